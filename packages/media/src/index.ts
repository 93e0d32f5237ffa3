export type { FrameOptions, FrameSource, MediaInfo } from './frame-source.js';
export { openVideo } from './video/open-video.js';
