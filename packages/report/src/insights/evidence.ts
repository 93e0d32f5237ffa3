import type { SessionSummary } from '@poise/session';
import type { EvidenceWords } from '../words/report-words.js';

/**
 * The seconds with a face that counts, never more than the session's own: the last frame stands for a moment
 * after the end.
 */
export function shownFaceSeconds({ evidence, session_duration }: SessionSummary): number {
  return session_duration > 0
    ? Math.min(evidence.face_seconds, session_duration)
    : evidence.face_seconds;
}

/** Why there is no score, in one or two sentences. */
export function whyNotEnough(summary: SessionSummary, words: EvidenceWords): string {
  const frames = summary.frames_analyzed;
  const found = summary.evidence.reasons;
  // That no face was seen at all says everything.
  const told = frames === 0 ? found.slice(0, 1) : found;
  if (told.length === 0) return words.unnamed;
  // Rounded down, or 9.97 s would be said to be 10 s and yet too little.
  const seconds = Math.floor(shownFaceSeconds(summary) * 10) / 10;
  return told.map(({ code }) => words.reasons[code]({ frames, seconds })).join(' ');
}
