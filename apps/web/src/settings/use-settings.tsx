import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Settings } from './settings.js';
import type { SettingsStore } from './settings-store.js';

const SettingsContext = createContext<SettingsStore | null>(null);

/** Gives the settings to the page. */
export function SettingsProvider({
  store,
  children,
}: {
  readonly store: SettingsStore;
  readonly children: ReactNode;
}) {
  return <SettingsContext value={store}>{children}</SettingsContext>;
}

/** The settings now, and how to change them. */
export function useSettings(): {
  readonly settings: Settings;
  readonly update: (changes: Partial<Settings>) => void;
} {
  const store = useContext(SettingsContext);
  if (store === null) throw new Error('useSettings needs a SettingsProvider above it.');
  return { settings: useSyncExternalStore(store.subscribe, store.get), update: store.update };
}
