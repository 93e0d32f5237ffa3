/**
 * The figures of the cascade, as in the code that Zhang et al. 2016 released with "Joint Face
 * Detection and Alignment using Multi-task Cascaded Convolutional Networks", and in the ports that
 * followed it (facenet, face-api.js).
 */

/** Side of P-Net's window, and how far apart two windows lie, in pixels of a level. */
export const CELL_SIZE = 12;
export const CELL_STRIDE = 2;

/**
 * How much smaller each level of the pyramid is than the one before: the square root of the released
 * code's 0.709, so that there is a level between every two of its own. What lies between two of them
 * is too large for one and too small for the other: of the 420 faces turned to the camera on 120
 * copies of the group photographs of `@vladmandic/face-api` (ten sizes from 45 % to 100 %, each also
 * mirrored) 414 are found with 0.709, 416 with this and 419 with 0.9; of 20 copies of one in full
 * profile 11, 16 and 16. Each takes one piece of cloth for a face, 0.9 also on a picture of full size.
 */
export const LEVEL_FACTOR = 0.842;

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
