export { type ColorTags, resolveYuvColor, type YuvColor, type YuvMatrix } from './matrix.js';
export type { Orientation } from './orientation.js';
export { type PackedPicture, packedToRgb } from './packed-to-rgb.js';
export { type PlaneBytes, yuvPictureFromPlanes } from './pixel-format.js';
export { resizeRgb } from './resize-rgb.js';
export { createYuvConverter, type RgbPicture, type YuvPicture } from './yuv-to-rgb.js';
