export { Camera, type CameraListener } from './camera.js';
export { cameraError } from './camera-error.js';
export type { CameraFrame } from './camera-frame.js';
export { type CameraDevice, listCameras } from './list-cameras.js';
export { type OpenCameraOptions, openCamera } from './open-camera.js';
