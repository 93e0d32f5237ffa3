import { PoiseError } from '@poise/core';

/**
 * The cameras and microphones of the browser.
 *
 * @throws PoiseError CAMERA_UNSUPPORTED where pages get none: over plain http, or in an old browser.
 */
export function mediaDevices(): MediaDevices {
  // Typed as always there; browsers leave it out of pages that were not served safely.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new PoiseError('CAMERA_UNSUPPORTED');
  return devices;
}
