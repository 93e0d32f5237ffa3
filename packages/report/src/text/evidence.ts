import type { SessionSummary } from '@poise/session';
import { formatDuration } from '../format.js';

type ReasonCode = SessionSummary['evidence']['reasons'][number]['code'];

const REASONS: Readonly<Record<ReasonCode, (summary: SessionSummary) => string>> = {
  too_little_face_time: ({ evidence }) =>
    evidence.face_seconds === 0
      ? 'No face was seen in this recording. A score needs at least 10 s of your face.'
      : `Your face was seen for ${formatDuration(evidence.face_seconds)}. A score needs at least 10 s.`,
  face_missing_too_often: () => 'Your face was out of view for more than half of the time.',
};

/** Why there is no score, in one or two sentences. */
export function whyNotEnough(summary: SessionSummary): string {
  const reasons = summary.evidence.reasons.map((reason) => REASONS[reason.code](summary));
  return reasons.length > 0
    ? reasons.join(' ')
    : 'Too little of your face was seen in this recording for a fair score.';
}
