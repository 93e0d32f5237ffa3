import { MINIMUM_FACE_SECONDS } from '@poise/session';
import { formatDuration } from '../format.js';
import type { EvidenceWords } from '../words/report-words.js';

const NEEDED = `A score needs at least ${formatDuration(MINIMUM_FACE_SECONDS)}`;

/** Why there is no score. */
export const EVIDENCE: EvidenceWords = {
  reasons: {
    too_little_face_time: ({ frames, seconds }) =>
      frames === 0
        ? `No face was seen in this recording. ${NEEDED} of your face.`
        : `Your face could be read for ${seconds < 1 ? 'less than a second' : formatDuration(seconds)}. ${NEEDED}.`,
    picture_too_poor: () =>
      'Your face was in view, but for too much of the time the picture was too poor to read it.',
    face_missing_too_often: () => 'Your face was out of view for more than half of the time.',
  },
  unnamed: 'Too little of your face was seen in this recording for a fair score.',
};
