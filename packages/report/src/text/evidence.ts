import { MINIMUM_FACE_SECONDS, type SessionSummary } from '@poise/session';
import { formatDuration } from '../format.js';

const NEEDED = `A score needs at least ${formatDuration(MINIMUM_FACE_SECONDS)}`;

type ReasonCode = SessionSummary['evidence']['reasons'][number]['code'];

const REASONS: Readonly<Record<ReasonCode, (summary: SessionSummary) => string>> = {
  too_little_face_time: (summary) =>
    summary.frames_analyzed === 0
      ? `No face was seen in this recording. ${NEEDED} of your face.`
      : `Your face was seen for ${inWords(shownFaceSeconds(summary))}. ${NEEDED}.`,
  face_missing_too_often: () => 'Your face was out of view for more than half of the time.',
};

/**
 * The seconds with a face, never more than the session's own: the last frame stands for a moment
 * after the end.
 */
export function shownFaceSeconds({ evidence, session_duration }: SessionSummary): number {
  return session_duration > 0
    ? Math.min(evidence.face_seconds, session_duration)
    : evidence.face_seconds;
}

function inWords(seconds: number): string {
  // Rounded down, or 9.97 s would be said to be 10 s and yet too little.
  return seconds < 1 ? 'less than a second' : formatDuration(Math.floor(seconds * 10) / 10);
}

/** Why there is no score, in one or two sentences. */
export function whyNotEnough(summary: SessionSummary): string {
  const found = summary.evidence.reasons;
  // That no face was seen at all says everything.
  const reasons = (summary.frames_analyzed === 0 ? found.slice(0, 1) : found).map(({ code }) =>
    REASONS[code](summary),
  );
  return reasons.length > 0
    ? reasons.join(' ')
    : 'Too little of your face was seen in this recording for a fair score.';
}
