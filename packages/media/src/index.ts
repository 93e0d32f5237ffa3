export { type ColorTags, resolveYuvColor, type YuvColor, type YuvMatrix } from './color/matrix.js';
export type { Orientation } from './color/orientation.js';
export { type PackedPicture, packedToRgb } from './color/packed-to-rgb.js';
export { type PlaneBytes, yuvPictureFromPlanes } from './color/pixel-format.js';
export { resizeRgb } from './color/resize-rgb.js';
export {
  createYuvConverter,
  type RgbPicture,
  type YuvPicture,
  yuvToRgb,
} from './color/yuv-to-rgb.js';
export { findMedia, IMAGE_EXTENSIONS, VIDEO_EXTENSIONS } from './files/find-media.js';
export { DEFAULT_FPS } from './frame-options.js';
export type { FrameOptions, FrameSource, MediaInfo } from './frame-source.js';
export { MAX_IMAGE_PIXELS, openImage } from './image/open-image.js';
export { openMedia } from './open-media.js';
export { SamplingGrid } from './sampling-grid.js';
export { type OpenVideoOptions, openVideo } from './video/open-video.js';
