import { PoiseError } from '@poise/core';
import { Camera } from './camera.js';
import { cameraError } from './camera-error.js';
import { mediaDevices } from './media-devices.js';

/** Which camera, and what is asked of it: a camera that cannot do it gives what is nearest. */
export interface OpenCameraOptions {
  /** One of {@link listCameras}; left out, the one that the browser or the person chooses. */
  readonly deviceId?: string;
  /** Pixels; 640 when left out. */
  readonly width?: number;
  /** Pixels; 480 when left out. */
  readonly height?: number;
  /** Frames a second; 30 when left out. */
  readonly frameRate?: number;
  /** When aborted, a camera that the person still allows is given back at once. */
  readonly signal?: AbortSignal;
}

/** A face fills a good part of this, and it is what every camera gives without scaling. */
const DEFAULT_WIDTH = 640;
const DEFAULT_HEIGHT = 480;
const DEFAULT_FRAME_RATE = 30;

/**
 * Asks the person for a camera and opens it; of several, one that faces them. Sound is not asked for.
 * Close it when done: its light is on until then.
 *
 * @throws PoiseError CAMERA_REFUSED, CAMERA_NOT_FOUND (also for a `deviceId` that is gone),
 * CAMERA_BUSY, CAMERA_UNSUPPORTED; CANCELLED when the signal is aborted.
 */
export async function openCamera(options: OpenCameraOptions = {}): Promise<Camera> {
  const { deviceId, signal } = options;
  const {
    width = DEFAULT_WIDTH,
    height = DEFAULT_HEIGHT,
    frameRate = DEFAULT_FRAME_RATE,
  } = options;
  const which = deviceId === undefined ? { facingMode: 'user' } : { deviceId: { exact: deviceId } };
  const video: MediaTrackConstraints = {
    ...which,
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: frameRate },
  };
  const stream = await mediaDevices()
    .getUserMedia({ video, audio: false })
    .catch((cause: unknown) => {
      throw signal?.aborted === true
        ? new PoiseError('CANCELLED', 'the camera')
        : cameraError(cause);
    });
  const camera = new Camera(stream);
  if (signal?.aborted === true) {
    camera.close();
    throw new PoiseError('CANCELLED', 'the camera');
  }
  return camera;
}
