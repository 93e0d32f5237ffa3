import { useEffect, useSyncExternalStore } from 'react';
import { useSettings } from './use-settings.js';

const DARK = '(prefers-color-scheme: dark)';

function subscribeToDevice(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The appearance that is shown now: the person's choice, else the device's. */
export function useShownTheme(): 'light' | 'dark' {
  const { theme } = useSettings().settings;
  const dark = useSyncExternalStore(subscribeToDevice, () => matchMedia(DARK).matches);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}

/** Writes the choice to the page's root, where styles/tokens.css reads it. */
export function useThemeOnRoot(): void {
  const { theme } = useSettings().settings;
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
}
