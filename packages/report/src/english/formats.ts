import type { FormatWords } from '../words/formats.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** How numbers, lengths and dates are written in English. */
export const FORMATS: FormatWords = {
  decimalMark: '.',
  percent: (whole) => `${whole} %`,
  points: (count) => (count === 1 ? '1 point' : `${count} points`),
  range: (from, to) => `${from} to ${to}`,
  units: { hour: 'h', minute: 'min', second: 's' },
  date: (day, month, year) => `${day} ${MONTHS[month - 1] ?? month} ${year}`,
  dateTime: (date, clock) => `${date}, ${clock}`,
};
