import { useEffect, useEffectEvent } from 'react';
import { actionOfKey, type PracticeActions } from './practice-keys.js';

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
