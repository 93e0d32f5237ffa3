import { cameraError } from './camera-error.js';
import { mediaDevices } from './media-devices.js';

/** A camera that can be chosen. */
export interface CameraDevice {
  /** For {@link OpenCameraOptions.deviceId}. */
  readonly deviceId: string;
  /** As the system calls it. */
  readonly label: string;
}

/**
 * The cameras of the device. Browsers name them only once the person has allowed a camera: until then
 * the list is empty, so ask again after opening one.
 *
 * @throws PoiseError CAMERA_UNSUPPORTED.
 */
export async function listCameras(): Promise<CameraDevice[]> {
  const devices = await mediaDevices()
    .enumerateDevices()
    .catch((cause: unknown) => {
      throw cameraError(cause);
    });
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
