import type { LabelWords, StatementWords } from '../words/report-words.js';

/** The names of things in German. */
export const LABELS: LabelWords = {
  segments: { beginning: 'Anfang', middle: 'Mitte', end: 'Ende' },
  levels: {
    Excellent: 'Hervorragend',
    Confident: 'Sicher',
    Moderate: 'Mittel',
    Nervous: 'Wirkt nervös',
    Anxious: 'Wirkt ängstlich',
    'Very Anxious': 'Wirkt sehr ängstlich',
  },
  expressions: {
    angry: 'wirkt verärgert',
    disgust: 'wirkt angewidert',
    fear: 'wirkt ängstlich',
    happy: 'lächelt',
    sad: 'wirkt traurig',
    surprise: 'wirkt überrascht',
    neutral: 'neutral',
  },
  inQuestion: (where, number) => `${where} (Frage ${number})`,
};

/** What the report is, and what it is not. */
export const STATEMENTS: StatementWords = {
  selfPractice: 'Zum eigenen Üben. Nicht zum Auswählen, Einstufen oder Beurteilen von Menschen.',
  limits: 'Poise liest gezeigte Ausdrücke, keine Gefühle, und kann irren.',
};
