import type { FormatWords } from '../words/formats.js';

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

/** How numbers, lengths and dates are written in German. */
export const FORMATS: FormatWords = {
  decimalMark: ',',
  percent: (whole) => `${whole} %`,
  points: (count) => (count === 1 ? '1 Punkt' : `${count} Punkte`),
  range: (from, to) => `${from} bis ${to}`,
  units: { hour: 'h', minute: 'min', second: 's' },
  date: (day, month, year) => `${day}. ${MONTHS[month - 1] ?? `${month}.`} ${year}`,
  dateTime: (date, clock) => `${date}, ${clock} Uhr`,
};
