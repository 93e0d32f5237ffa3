import { parseSettings, type Settings } from './settings.js';

/** The key in the browser's local storage. */
const KEY = 'poise.settings';

/** What the store needs of the browser's local storage. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The settings, kept in local storage. A browser that stores nothing (private browsing, blocked
 * storage) keeps them for the visit.
 */
export class SettingsStore {
  readonly #storage: SettingsStorage | null;
  readonly #listeners = new Set<() => void>();
  #settings: Settings;

  /**
   * @param storage - local storage; null where the page may not use it.
   * @param languages - the browser's languages in their order.
   */
  constructor(storage: SettingsStorage | null, languages: readonly string[]) {
    this.#storage = storage;
    this.#settings = parseSettings(storage?.getItem(KEY) ?? null, languages);
  }

  /** The settings now; the same object until one changes. */
  readonly get = (): Settings => this.#settings;

  /** Calls a listener after each change. Returns the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes some of the settings. */
  readonly update = (changes: Partial<Settings>): void => {
    this.#settings = { ...this.#settings, ...changes };
    try {
      this.#storage?.setItem(KEY, JSON.stringify(this.#settings));
    } catch {
      // A full or blocked storage: the choice holds for this visit.
    }
    for (const listener of this.#listeners) listener();
  };
}

/** Local storage, or null where even asking for it throws. */
export function localStorageOrNull(): SettingsStorage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
