/** The value, or the end of 0–1 that it passed. */
export function clampUnit(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
