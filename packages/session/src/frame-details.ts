import { type FaceDetails, PoiseError, QUALITY_ASPECTS } from '@poise/core';

/** What a face shows beyond its expression, and the size of the frame that shows it. */
export interface FrameDetails extends FaceDetails {
  /** In pixels; without it nothing is said of where in the picture the face is. */
  readonly frame?: { readonly width: number; readonly height: number };
}

function refuse(what: string, rule: string, value: unknown): never {
  throw new PoiseError('OPTION_INVALID', `${what} must be ${rule}, got ${JSON.stringify(value)}`);
}

function checkObject(what: string, value: unknown): asserts value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) refuse(what, 'an object', value);
}

function checkNumbers(what: string, value: unknown, names: readonly string[]): void {
  checkObject(what, value);
  for (const name of names) {
    if (!Number.isFinite(value[name])) refuse(`${what}.${name}`, 'a finite number', value[name]);
  }
}

function checkUnit(what: string, value: unknown): void {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) refuse(what, 'within 0–1', value);
}

function checkEyes(what: string, value: unknown): void {
  checkObject(what, value);
  for (const side of ['leftSide', 'rightSide']) {
    const eye = value[side];
    if (eye === null) continue;
    checkNumbers(`${what}.${side}`, eye, ['openness', 'irisX', 'irisY']);
  }
}

function checkFrame(what: string, value: unknown): void {
  checkNumbers(what, value, ['width', 'height']);
  const { width, height } = value as { width: number; height: number };
  if (width <= 0 || height <= 0) refuse(what, 'larger than 0 × 0', value);
}

/**
 * Checks details from outside.
 *
 * @param value - details, or nothing.
 * @param what - what errors call them.
 * @returns null for nothing.
 * @throws PoiseError OPTION_INVALID that names the part that is wrong.
 */
export function checkedDetails(value: unknown, what = 'details'): FrameDetails | null {
  if (value === undefined || value === null) return null;
  checkObject(what, value);
  const { pose, eyes, mouth, quality, frame } = value;
  if (pose !== null) checkNumbers(`${what}.pose`, pose, ['yaw', 'pitch', 'roll']);
  if (eyes !== null) checkEyes(`${what}.eyes`, eyes);
  if (mouth !== null) checkNumbers(`${what}.mouth`, mouth, ['width', 'cornerLift', 'opening']);
  checkObject(`${what}.quality`, quality);
  checkUnit(`${what}.quality.value`, quality['value']);
  const aspects = quality['aspects'];
  checkObject(`${what}.quality.aspects`, aspects);
  for (const aspect of QUALITY_ASPECTS)
    checkUnit(`${what}.quality.aspects.${aspect}`, aspects[aspect]);
  if (frame !== undefined) checkFrame(`${what}.frame`, frame);
  return value as unknown as FrameDetails;
}

/**
 * Checks a list of details from outside.
 *
 * @throws PoiseError OPTION_INVALID when it is no list, or names the part of an entry that is wrong.
 */
export function checkedDetailsList(value: unknown, what: string): FrameDetails[] {
  if (!Array.isArray(value)) refuse(what, 'a list', value);
  return value.flatMap((entry: unknown, i) => checkedDetails(entry, `${what}[${i}]`) ?? []);
}
