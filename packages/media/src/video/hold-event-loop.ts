/** Longer than any wait: the timer is there to be pending, not to fire. About 12 days. */
const NEVER_MS = 1_000_000_000;

/**
 * Keeps the process alive until the returned function is called. Decoders that work on threads of
 * their own do not count as work that Node waits for: without this, `await` on a frame at the top
 * level ends the process with exit code 13.
 */
export function holdEventLoop(): () => void {
  const timer = setInterval(() => undefined, NEVER_MS);
  return () => clearInterval(timer);
}
