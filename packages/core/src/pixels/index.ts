export type { DecodedFrame } from './decoded-frame.js';
export { FrameConverter, type Presentation } from './frame-converter.js';
export { type ColorTags, resolveYuvColor, type YuvColor, type YuvMatrix } from './matrix.js';
export type { Orientation } from './orientation.js';
export { type PackedPicture, packedToRgb } from './packed-to-rgb.js';
export { type PlaneBytes, yuvPictureFromPlanes } from './pixel-format.js';
export { resizeRgb } from './resize-rgb.js';
export { uprightSize } from './upright-size.js';
export { createYuvConverter, type RgbPicture, type YuvPicture } from './yuv-to-rgb.js';
