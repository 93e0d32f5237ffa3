import { formatDuration } from '@poise/report/browser';
import type { Language } from '../settings/settings.js';

/** A length in words, in whole seconds: "45 s", "3 min 20 s". The units are those of both languages. */
export function lengthInWords(seconds: number): string {
  return formatDuration(Math.round(seconds));
}

/** A day with the time on the clock, as the language writes it. */
export function dateInWords(milliseconds: number, language: Language): string {
  // English dates with the day first, as the reports write them.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(milliseconds);
}

/** A day in few letters, for a chart. */
export function shortDate(milliseconds: number, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(milliseconds);
}

/** Seconds on a clock: "1:05". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
