import type { ReportWords } from '../words/report-words.js';

/** The words of the picture, except those of the insights. */
export const PICTURE: ReportWords['picture'] = {
  product: 'Poise',
  score: 'So sicher hast du gewirkt',
  noScore: 'Zu wenig zu sehen',
  interval: (lower, upper) => `zwischen ${lower} und ${upper}`,
  noInterval: 'Spanne nicht bekannt',
  journey: 'Dein Verlauf',
  presence: 'Wann dein Gesicht im Bild war',
  seen: 'im Bild',
  unseen: 'nicht im Bild',
  absence: 'kein Gesicht',
  question: (number) => `F${number}`,
  smiles: (count) => (count === 1 ? '1 Lächeln' : `${count}-mal gelächelt`),
  tensions: (count) => (count === 1 ? '1 Anspannungsmoment' : `${count} Anspannungsmomente`),
  noMoments: 'Kein Lächeln und kein Anspannungsmoment zu sehen.',
  action: 'Daran arbeitest du als Nächstes',
  meters: {
    expressiveness: 'Ausdruck',
    detection: 'Gesicht erkannt',
    stability: 'Ruhe im Bild',
  },
  facing: (share, lower, upper) =>
    `${share} der Zeit zur Kamera gewandt (zwischen ${lower} und ${upper})`,
  facingTooShort: 'Zur Kamera gewandt: zu kurz, um es zu sagen',
  notMeasured: 'nicht gemessen',
};
