/** Before this share is done, an estimate would jump about. */
const FIRST_SHARE = 0.03;

/**
 * How long the rest of some work takes at the pace so far, in seconds; null while that cannot be
 * said.
 *
 * @param elapsed - seconds since the work began.
 * @param done - how much is done, in any unit.
 * @param total - how much there is, in the same unit; 0 when not known.
 */
export function timeLeft(elapsed: number, done: number, total: number): number | null {
  if (total <= 0 || done / total < FIRST_SHARE) return null;
  return Math.max(0, (elapsed / done) * (total - done));
}
