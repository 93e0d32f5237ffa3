export { findExecutable } from './ffmpeg/find-executable.js';
export { fileError } from './files/file-error.js';
export { findMedia, IMAGE_EXTENSIONS, VIDEO_EXTENSIONS } from './files/find-media.js';
export { DEFAULT_FPS } from './frame-options.js';
export type { FrameOptions, FrameSource, MediaInfo } from './frame-source.js';
export { openImage } from './image/open-image.js';
export { openMedia } from './open-media.js';
export { type OpenVideoOptions, openVideo } from './video/open-video.js';
