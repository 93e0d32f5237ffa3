/**
 * The figures of the cascade, as in the code that Zhang et al. 2016 released with "Joint Face
 * Detection and Alignment using Multi-task Cascaded Convolutional Networks", and in the ports that
 * followed it (facenet, face-api.js).
 */

/** Side of P-Net's window, and how far apart two windows lie, in pixels of a level. */
export const CELL_SIZE = 12;
export const CELL_STRIDE = 2;

/** From one level of the pyramid to the next, the area of the picture halves. */
export const LEVEL_FACTOR = 0.709;

/**
 * Under this probability a window or square is not a face. The released code has 0.7 for O-Net, with
 * nothing after it; here the mesh decides, so that a face half behind hair need not be refused before.
 */
export const MIN_SCORE = { pnet: 0.6, rnet: 0.7, onet: 0.5 } as const;

/** Boxes that overlap more than this speak of one face: within a level of the pyramid, and later. */
export const SAME_FACE_OVERLAP = { level: 0.5, frame: 0.7 } as const;

/** Sides of the squares that R-Net and O-Net read, in pixels. */
export const REFINE_SIDE = 24;
export const OUTPUT_SIDE = 48;
