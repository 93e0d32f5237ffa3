import type { PageText } from '../../text/en.js';

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

/**
 * The keys that are shown, in their order.
 *
 * @param asks - whether a question is up; before, the key of the next one goes on from the looks.
 */
export function keysAt(
  asks: boolean,
  { pause, skip, next, stop, details }: PageText['practice']['keys'],
) {
  return { pause, next: asks ? next : skip, stop, details };
}
