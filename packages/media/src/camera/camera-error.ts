import { type ErrorCode, PoiseError } from '@poise/core';

/** What the names of errors mean that `getUserMedia` rejects with (Media Capture and Streams, 10.2). */
const CODE_OF_NAME: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ['NotAllowedError', 'CAMERA_REFUSED'],
  ['NotFoundError', 'CAMERA_NOT_FOUND'],
  // Only the device is asked for exactly: one that was chosen before and is gone now.
  ['OverconstrainedError', 'CAMERA_NOT_FOUND'],
  ['NotReadableError', 'CAMERA_BUSY'],
  ['AbortError', 'CAMERA_BUSY'],
  // Cameras are switched off for this page, or it was not served safely.
  ['SecurityError', 'CAMERA_UNSUPPORTED'],
  ['TypeError', 'CAMERA_UNSUPPORTED'],
]);

/**
 * The error for a person that a failed call for a camera becomes.
 *
 * @param cause - what the browser rejected the call with.
 * @returns CAMERA_REFUSED, CAMERA_NOT_FOUND, CAMERA_BUSY or CAMERA_UNSUPPORTED; INTERNAL for what no
 * browser should say.
 */
export function cameraError(cause: unknown): PoiseError {
  if (cause instanceof PoiseError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const code = CODE_OF_NAME.get(name);
  if (code !== undefined) return new PoiseError(code, '', { cause });
  const detail = cause instanceof Error ? `the camera: ${cause.message}` : 'the camera';
  return new PoiseError('INTERNAL', detail, { cause });
}
