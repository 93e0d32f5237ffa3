import type { SessionSummary } from './schema.js';

/** Less face than this is two or three sentences: too little to say how an interview went. */
export const MINIMUM_FACE_SECONDS = 10;

/** With a face in less than half of the frames, the frames that are missing could change the answer. */
export const MINIMUM_DETECTION_RATE = 0.5;

/**
 * One frame speaks for the time since the frame before, but for no more than this: two pictures ten
 * seconds apart are not ten seconds of face.
 */
export const LONGEST_FRAME_SECONDS = 1;

/**
 * Seconds with a face as a person is told: never more than the session's own, for the last frame stands
 * for a moment after the end, and rounded down, or 9.97 would be said to be 10 and yet too little.
 */
function toldSeconds(seconds: number, sessionSeconds: number): string {
  const within = sessionSeconds > 0 ? Math.min(seconds, sessionSeconds) : seconds;
  return String(Math.floor(within * 10) / 10);
}

/** What was seen of a face. */
export interface FaceEvidence {
  /** Seconds with a face that counts, rounded to milliseconds. */
  readonly faceSeconds: number;
  /** Seconds with any face, rounded to milliseconds. */
  readonly seenSeconds: number;
  /** The length of the session in seconds. */
  readonly sessionSeconds: number;
  /** The share of the frames that show a face, 0–1. */
  readonly detectionRate: number;
  /** The share of the frames that show a face that counts, 0–1. */
  readonly countedRate: number;
}

/**
 * Whether what was seen is enough for a score, and if not, why, in sentences for the person.
 */
export function judgeEvidence(evidence: FaceEvidence): SessionSummary['evidence'] {
  const { faceSeconds, seenSeconds, sessionSeconds, detectionRate, countedRate } = evidence;
  const told = (seconds: number) => toldSeconds(seconds, sessionSeconds);
  const reasons: SessionSummary['evidence']['reasons'] = [];
  if (seenSeconds < MINIMUM_FACE_SECONDS)
    reasons.push({
      code: 'too_little_face_time',
      message: `Your face was seen for ${told(seenSeconds)} seconds; a score needs at least ${MINIMUM_FACE_SECONDS}.`,
    });
  if (detectionRate < MINIMUM_DETECTION_RATE)
    reasons.push({
      code: 'face_missing_too_often',
      message: `Your face was seen in ${Math.floor(detectionRate * 100)} % of the frames; a score needs at least half of them.`,
    });
  const tooPoor = faceSeconds < MINIMUM_FACE_SECONDS || countedRate < MINIMUM_DETECTION_RATE;
  // Where too little was seen at all, that is the reason.
  if (reasons.length === 0 && tooPoor)
    reasons.push({
      code: 'picture_too_poor',
      message: `Of the ${told(seenSeconds)} seconds in which your face was seen, ${told(faceSeconds)} showed it well enough to read.`,
    });
  return { sufficient: reasons.length === 0, face_seconds: faceSeconds, reasons };
}
