/** More threads than this wait for each other longer than they work: the models are small. */
const MOST_THREADS = 4;

/** One core stays free for the page itself. */
const CORES_FOR_THE_PAGE = 1;

/**
 * How many threads WebAssembly may use. Several need memory that threads share, which browsers give
 * to cross-origin isolated pages alone.
 *
 * @param isolated - whether the page is (`crossOriginIsolated`).
 * @param cores - logical processors of the device (`navigator.hardwareConcurrency`).
 */
export function wasmThreads(isolated: boolean, cores: number): number {
  if (!isolated) return 1;
  return Math.max(1, Math.min(MOST_THREADS, cores - CORES_FOR_THE_PAGE));
}
