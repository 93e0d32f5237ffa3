/** Begins the names of the locks that pages hold on the sessions that they record. */
const LOCK_PREFIX = 'poise-session-';

/** `navigator.locks` is there on secure pages alone; the camera is too. */
function lockManager(): LockManager | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
}

/**
 * Which sessions are being recorded, over all tabs of the page. The browser lets go of a lock when
 * the tab that holds it is closed or killed, so that a session is never held by nobody.
 */
export class RecordingLocks {
  readonly #releases = new Map<string, () => void>();

  /** Marks a session as recorded by this page; resolves when the mark is set. */
  async hold(id: string): Promise<void> {
    const locks = lockManager();
    if (locks === undefined) return;
    await new Promise<void>((settled) => {
      const whileHeld = () => {
        settled();
        return new Promise<void>((release) => this.#releases.set(id, release));
      };
      // Where the browser refuses locks, the session is recorded all the same.
      locks.request(LOCK_PREFIX + id, whileHeld).catch(() => settled());
    });
  }

  /** Takes the mark away. */
  release(id: string): void {
    this.#releases.get(id)?.();
    this.#releases.delete(id);
  }

  /** The ids of the sessions that any page is recording. */
  async held(): Promise<Set<string>> {
    const state = await lockManager()?.query();
    const names = (state?.held ?? []).map(({ name }) => name ?? '');
    return new Set(
      names
        .filter((name) => name.startsWith(LOCK_PREFIX))
        .map((name) => name.slice(LOCK_PREFIX.length)),
    );
  }

  /** Does work on a session that no other page or worker may do meanwhile. */
  async exclusively<T>(id: string, work: () => Promise<T>): Promise<T> {
    const locks = lockManager();
    if (locks === undefined) return work();
    return (await locks.request(LOCK_PREFIX + id, work)) as T;
  }
}
