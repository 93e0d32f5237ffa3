import { type RefObject, useEffect, useRef } from 'react';

/**
 * Hands the focus on when the button that had it has made way: from "Pause" to "Resume", and back.
 * Where something else has the focus it stays.
 */
export function useFocusBetween(
  paused: boolean,
  pause: RefObject<HTMLButtonElement | null>,
  resume: RefObject<HTMLButtonElement | null>,
): void {
  const before = useRef(paused);
  useEffect(() => {
    if (before.current === paused) return;
    before.current = paused;
    if (document.activeElement === document.body) (paused ? resume : pause).current?.focus();
  }, [paused, pause, resume]);
}
