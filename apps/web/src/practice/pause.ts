import type { PauseReason } from './snapshot.js';

/** Reasons that say more stand before those that say less: who knows that the camera is gone does not need to know that the page was hidden. */
const WEIGHT: Readonly<Record<PauseReason, number>> = Object.freeze({
  hidden: 0,
  person: 1,
  camera: 2,
  engine: 2,
});

/** Which of two reasons a paused session shows. */
export function strongerReason(current: PauseReason | null, next: PauseReason): PauseReason {
  return current !== null && WEIGHT[current] > WEIGHT[next] ? current : next;
}
