import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettings, preferredLanguage } from '../src/settings/settings.js';
import { SettingsStore } from '../src/settings/settings-store.js';

function memory(): {
  getItem: (key: string) => string | null;
  setItem: (k: string, v: string) => void;
} {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
}

describe('the settings', () => {
  it('are whole whatever is stored', () => {
    const stored = fc.oneof(fc.string(), fc.json(), fc.constant(null));
    fc.assert(
      fc.property(stored, (text) => {
        const settings = parseSettings(text, ['en']);
        expect(['en', 'de']).toContain(settings.language);
        expect(['system', 'light', 'dark']).toContain(settings.theme);
        expect(typeof settings.liveNumbers).toBe('boolean');
        expect(typeof settings.letterKeys).toBe('boolean');
      }),
    );
  });

  it('begin in the first language of the browser that the page speaks', () => {
    expect(preferredLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(preferredLanguage(['fr'])).toBe('en');
  });

  it('are there again at the next visit', () => {
    const storage = memory();
    new SettingsStore(storage, ['en']).update({ language: 'de', theme: 'dark' });
    expect(new SettingsStore(storage, ['en']).get()).toMatchObject({
      language: 'de',
      theme: 'dark',
      liveNumbers: true,
    });
  });

  it('hold for the visit in a browser that stores nothing', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    for (const storage of [null, full]) {
      const store = new SettingsStore(storage, ['en']);
      let told = 0;
      const end = store.subscribe(() => {
        told += 1;
      });
      store.update({ theme: 'light' });
      end();
      store.update({ theme: 'dark' });
      expect([store.get().theme, told]).toEqual(['dark', 1]);
    }
  });
});
