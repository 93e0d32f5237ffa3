import { useEffect, useEffectEvent } from 'react';

/** What keys do. */
export interface PracticeActions {
  readonly pauseOrResume: () => void;
  readonly next: () => void;
  readonly stop: () => void;
  readonly details: () => void;
}

/** Which action a key stands for; single letters can be switched off. */
export function actionOfKey(key: string, letters: boolean): keyof PracticeActions | null {
  if (key === ' ') return 'pauseOrResume';
  if (key === 'ArrowRight') return 'next';
  if (key === 'Escape') return 'stop';
  if (!letters) return null;
  const letter = key.toLowerCase();
  if (letter === 'n') return 'next';
  if (letter === 's') return 'stop';
  return letter === 'd' ? 'details' : null;
}

/** Elements that have a use of their own for a key that is pressed in them. */
const CONTROLS = 'button, summary, a, input, select, textarea';

/**
 * Listens to the keys of the practice.
 *
 * @param letters - whether single letters count (they get in the way of voice control).
 */
export function usePracticeKeys(actions: PracticeActions, letters: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const action = actionOfKey(event.key, letters);
    if (action === null || isWithin(event.target, 'dialog')) return;
    // Space on a button presses the button.
    if (event.key === ' ' && isWithin(event.target, CONTROLS)) return;
    event.preventDefault();
    actions[action]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
