export {
  Camera,
  type CameraDevice,
  type CameraFrame,
  type CameraListener,
  cameraError,
  listCameras,
  type OpenCameraOptions,
  openCamera,
} from '../camera/index.js';
export { DEFAULT_FPS } from '../frame-options.js';
export type { FrameOptions, FrameSource, MediaInfo } from '../frame-source.js';
export { type OpenVideoOptions, openVideo } from './open-video.js';
