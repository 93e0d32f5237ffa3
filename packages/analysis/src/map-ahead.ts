/**
 * Maps a stream by slow work with a bounded look-ahead: while up to `inFlight` items are being
 * worked on, the next one is fetched. Results come in the order of the items.
 *
 * @param inFlight - how many items may be worked on at a time, at least 1; also the bound on what
 * is held in memory.
 * @throws what the source or the work throws, after the work under way has ended.
 */
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  inFlight: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const pending: Promise<R>[] = [];
  try {
    for await (const item of source) {
      const result = work(item);
      // A failure is reported where the result is awaited; until then it must not end the process.
      result.catch(() => undefined);
      pending.push(result);
      if (pending.length >= inFlight) {
        const [oldest] = pending;
        if (oldest !== undefined) yield await oldest;
        pending.shift();
      }
    }
    for (const result of pending) yield await result;
  } finally {
    await Promise.allSettled(pending);
  }
}
