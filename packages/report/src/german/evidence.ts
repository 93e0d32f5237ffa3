import { MINIMUM_FACE_SECONDS } from '@poise/session';
import { formatDuration } from '../format.js';
import type { EvidenceWords } from '../words/report-words.js';
import { FORMATS } from './formats.js';

const length = (seconds: number): string => formatDuration(seconds, FORMATS);

const NEEDED = `Ein Wert braucht mindestens ${length(MINIMUM_FACE_SECONDS)}`;

/** Why there is no score. */
export const EVIDENCE: EvidenceWords = {
  reasons: {
    too_little_face_time: ({ frames, seconds }) =>
      frames === 0
        ? `In dieser Aufnahme war kein Gesicht zu sehen. ${NEEDED} mit deinem Gesicht.`
        : `Dein Gesicht war ${seconds < 1 ? 'weniger als eine Sekunde' : length(seconds)} zu lesen. ${NEEDED}.`,
    picture_too_poor: () =>
      'Dein Gesicht war im Bild, aber zu oft war das Bild zu schlecht, um es zu lesen.',
    face_missing_too_often: () => 'Dein Gesicht war mehr als die halbe Zeit nicht im Bild.',
  },
  unnamed:
    'In dieser Aufnahme war zu wenig von deinem Gesicht zu sehen, um fair einen Wert zu nennen.',
};
