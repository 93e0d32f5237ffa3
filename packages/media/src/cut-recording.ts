/** Said of a recording that was cut off; what the file still holds is read. */
export const CUT_WARNING =
  'The recording ends before its stated length: what the file still holds was read.';

/** A recording that misses this much of its stated length was cut off, not just rounded. */
const CUT_SECONDS = 1;

/**
 * Whether a recording was cut off.
 *
 * @param end - when its last frame ends, in seconds from its start.
 * @param duration - its stated length in seconds; 0 when nothing states it.
 */
export function endsTooEarly(end: number, duration: number): boolean {
  return end < duration - CUT_SECONDS;
}
