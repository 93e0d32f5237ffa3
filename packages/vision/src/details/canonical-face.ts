/**
 * The rigid part of a mean face: eye corners, the bridge and the sides of the nose, its tip, the
 * cheekbones, the temples and the middle of the forehead; no lips, brows or chin, which move. Units:
 * the distance of the outer eye corners is 1, the origin lies between them, x grows to the right of
 * the picture, y down, z away from the camera.
 *
 * Measured by our own mesh model, and to be repeated so: read the mesh of every FER2013 picture of
 * the public test and of the first 5,000 of the training split (as a face crop enlarged, the square
 * of the mesh 1.44 times its side, read twice), keep the 7,897 with a presence over 0.9; align all
 * of them to their mean by similarity in three dimensions, six times (generalised Procrustes
 * analysis, Gower 1975); pair each point with the one nearest to its mirror image and average the
 * two; align again by the points below. The frame is then tipped so that of the 4,923 faces with less
 * than 10° of yaw the median pitch is 0: photographs are mostly of people who face the camera, at
 * the height of their eyes. Scaled to MediaPipe's canonical face model
 * (face_geometry/data/canonical_face_model.obj), 22 points lie 3.5 % of the eye distance from it, and
 * the depth is 3 % less.
 */

/** Points in the middle of the face: mesh index, y, z. */
export const MIDDLE_POINTS: readonly (readonly [number, number, number])[] = [
  [168, -0.034, -0.236],
  [6, 0.057, -0.281],
  [197, 0.137, -0.333],
  [195, 0.21, -0.388],
  [5, 0.288, -0.446],
  [4, 0.378, -0.47],
  [94, 0.488, -0.325],
  [2, 0.504, -0.276],
  [151, -0.38, -0.237],
];

/** Points on both sides: index on the left of the picture, on the right; x of the right one, y, z. */
export const PAIRED_POINTS: readonly (readonly [number, number, number, number, number])[] = [
  [33, 263, 0.5, 0, 0],
  [133, 362, 0.194, 0.02, -0.06],
  [127, 356, 0.763, 0.007, 0.529],
  [34, 264, 0.744, 0.026, 0.315],
  [139, 368, 0.713, -0.104, 0.241],
  [116, 345, 0.691, 0.165, 0.141],
  [117, 346, 0.575, 0.176, 0.008],
  [118, 347, 0.489, 0.205, -0.052],
  [119, 348, 0.361, 0.196, -0.083],
  [47, 277, 0.2, 0.194, -0.154],
  [114, 343, 0.155, 0.154, -0.18],
  [121, 350, 0.203, 0.141, -0.119],
  [122, 351, 0.064, 0.073, -0.255],
  [128, 357, 0.153, 0.108, -0.132],
  [174, 399, 0.109, 0.182, -0.271],
  [217, 437, 0.151, 0.222, -0.222],
  [126, 355, 0.195, 0.264, -0.179],
];
