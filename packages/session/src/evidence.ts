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

/** Rounded down, or 9.97 would be said to be 10.0 and yet too little. */
function tenthsBelow(seconds: number): string {
  return (Math.floor(seconds * 10) / 10).toFixed(1);
}

/**
 * Whether what was seen is enough for a score, and if not, why, in sentences for the person.
 *
 * @param faceSeconds - seconds with a face, rounded to milliseconds.
 * @param faceDetectionRate - 0–1.
 */
export function judgeEvidence(
  faceSeconds: number,
  faceDetectionRate: number,
): SessionSummary['evidence'] {
  const reasons: SessionSummary['evidence']['reasons'] = [];
  if (faceSeconds < MINIMUM_FACE_SECONDS)
    reasons.push({
      code: 'too_little_face_time',
      message: `Your face was seen for ${tenthsBelow(faceSeconds)} seconds; a score needs at least ${MINIMUM_FACE_SECONDS}.`,
    });
  if (faceDetectionRate < MINIMUM_DETECTION_RATE)
    reasons.push({
      code: 'face_missing_too_often',
      message: `Your face was seen in ${Math.floor(faceDetectionRate * 100)} % of the frames; a score needs at least half of them.`,
    });
  return { sufficient: reasons.length === 0, face_seconds: faceSeconds, reasons };
}
