import { formatDuration } from '@poise/report/browser';
import type { Language } from '../settings/settings.js';

/** A length in words, in whole seconds: "45 s", "3 min 20 s". The units are those of both languages. */
export function lengthInWords(seconds: number): string {
  return formatDuration(Math.round(seconds));
}

/** English dates with the day first, as the reports write them. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

/**
 * A day with the time on the clock, as the language writes it.
 *
 * @param month - whether the month's name is written in full.
 */
export function dateInWords(
  milliseconds: number,
  language: Language,
  month: 'long' | 'medium' = 'long',
): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: month,
    timeStyle: 'short',
  }).format(milliseconds);
}

/** A day in few letters, for a chart. */
export function shortDate(milliseconds: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short' }).format(
    milliseconds,
  );
}

/** Seconds on a clock that runs: "1:05". What has been is told by the report's `formatClock`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
