import { PoiseError } from '@poise/core';

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** @throws PoiseError OPTION_INVALID that names an option, what it must be, and its value. */
export function refuse(option: string, rule: string, value: unknown): never {
  throw new PoiseError('OPTION_INVALID', `${option} must be ${rule}, got ${show(value)}`);
}

/** @throws PoiseError OPTION_INVALID unless the value is a number of `from` to `to`. */
export function checkNumber(option: string, value: unknown, from: number, to: number): number {
  if (typeof value !== 'number' || !(value >= from && value <= to))
    refuse(option, `a number of ${from}–${to}`, value);
  return value;
}

/** A name or null. @throws PoiseError OPTION_INVALID for anything else. */
export function checkName(option: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') refuse(option, 'a string or null', value);
  return value;
}

/** @throws PoiseError OPTION_INVALID unless the value is an object. */
export function checkGroup(option: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuse(option, 'an object', value);
}
