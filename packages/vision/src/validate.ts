import { type Frame, PoiseError } from '@poise/core';

/** @throws PoiseError FRAME_INVALID when a frame's sizes and bytes do not fit each other. */
export function assertFrame(frame: Frame): void {
  if (typeof frame !== 'object' || frame === null) {
    throw new PoiseError('FRAME_INVALID', `expected an object, got ${String(frame)}`);
  }
  const { width, height, data, timestamp } = frame;
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new PoiseError('FRAME_INVALID', `its size is ${width} × ${height}`);
  }
  if (!(data instanceof Uint8Array) || data.length !== width * height * 3) {
    const found =
      data instanceof Uint8Array ? `${data.length} bytes` : Object.prototype.toString.call(data);
    throw new PoiseError(
      'FRAME_INVALID',
      `its data is ${found} where ${width * height * 3} bytes of RGB belong`,
    );
  }
  if (!Number.isFinite(timestamp)) {
    throw new PoiseError('FRAME_INVALID', `its timestamp is ${timestamp}`);
  }
}

/** @throws PoiseError OPTION_INVALID when a number lies outside its range. */
export function assertNumber(
  name: string,
  value: number,
  { min, integer }: { min: number; integer: boolean },
): void {
  if (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= min &&
    (!integer || Number.isInteger(value))
  )
    return;
  const kind = integer ? 'a whole number' : 'a number';
  throw new PoiseError('OPTION_INVALID', `options.${name} is ${String(value)}`, {
    hint: `options.${name} must be ${kind} of ${min} or more.`,
  });
}

/** @throws PoiseError OPTION_INVALID when a name is not one of those allowed. */
export function assertOneOf<T extends string>(
  name: string,
  value: string,
  allowed: readonly T[],
): asserts value is T {
  if ((allowed as readonly string[]).includes(value)) return;
  const list = allowed.map((item) => `"${item}"`).join(', ');
  throw new PoiseError('OPTION_INVALID', `options.${name} is "${String(value)}"`, {
    hint: `Should be one of: ${list}.`,
  });
}

/** @throws PoiseError OPTION_INVALID when an option is not true or false. */
export function assertBoolean(name: string, value: boolean): void {
  if (typeof value === 'boolean') return;
  throw new PoiseError('OPTION_INVALID', `options.${name} is ${String(value)}`, {
    hint: `options.${name} must be true or false.`,
  });
}

/** @throws PoiseError OPTION_INVALID when the options are not an object. */
export function assertOptions(options: object): void {
  if (typeof options === 'object' && options !== null) return;
  throw new PoiseError('OPTION_INVALID', `the options are ${String(options)}`, {
    hint: 'Give an object of options, or nothing.',
  });
}
