import { useEffect, useSyncExternalStore } from 'react';
import { useSettings } from './use-settings.js';

const DARK = '(prefers-color-scheme: dark)';

const PRINT = 'print';

function subscribeTo(media: string): (listener: () => void) => () => void {
  return (listener) => {
    const query = matchMedia(media);
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
}

const subscribeToDark = subscribeTo(DARK);
const subscribeToPrint = subscribeTo(PRINT);

/** The appearance that is shown now: the person's choice, else the device's; paper is light. */
export function useShownTheme(): 'light' | 'dark' {
  const { theme } = useSettings().settings;
  const dark = useSyncExternalStore(subscribeToDark, () => matchMedia(DARK).matches);
  const prints = useSyncExternalStore(subscribeToPrint, () => matchMedia(PRINT).matches);
  if (prints) return 'light';
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
