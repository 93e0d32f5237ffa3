import { CONFIDENCE_LEVELS } from '@poise/session';
import { FORMATS as ENGLISH_FORMATS } from './english/formats.js';
import type { FormatWords } from './words/formats.js';

/** A stretch of the session, in seconds on the session's clock. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A share of 0–1 as whole percent. A score is never rounded up into a level that it has not
 * reached: "Confident" ends under 80 %, so 0.797 is read as 79.
 */
export function wholePercent(share: number): number {
  const rounded = Math.round(share * 100);
  const reachesUp = CONFIDENCE_LEVELS.some(
    ({ minimum }) => share < minimum && rounded >= Math.round(minimum * 100),
  );
  return reachesUp ? rounded - 1 : rounded;
}

/** A share of 0–1 as {@link wholePercent}, for example "72 %". */
export function formatPercent(share: number, formats: FormatWords = ENGLISH_FORMATS): string {
  return formats.percent(wholePercent(share));
}

/**
 * The ends of an interval as whole percent, rounded outwards: the interval that is read holds the
 * one that was computed.
 */
export function formatInterval(
  interval: { readonly lower: number; readonly upper: number },
  formats: FormatWords = ENGLISH_FORMATS,
): readonly [lower: string, upper: string] {
  // Through whole hundredths of a percent, or 0.67 × 100 would be more than 67.
  const hundredths = (share: number): number => Math.round(share * 10_000) / 100;
  return [
    formats.percent(Math.floor(hundredths(interval.lower))),
    formats.percent(Math.ceil(hundredths(interval.upper))),
  ];
}

/** A difference of two shares in whole points with its sign, for example "+6 points". */
export function formatPoints(difference: number, formats: FormatWords = ENGLISH_FORMATS): string {
  const points = Math.round(difference * 100);
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  return `${sign}${formats.points(Math.abs(points))}`;
}

/** Seconds as minutes and seconds, rounded as lengths are, for example "1:05"; an hour is "60:00". */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A stretch as "1:20–1:34", or as one time when it begins and ends in the same second. */
export function formatSpan(span: Span): string {
  const start = formatClock(span.start);
  const end = formatClock(span.end);
  return start === end ? start : `${start}–${end}`;
}

/** How long something took, in words: "8 s", "3 min 20 s", "1 h", "1 h 5 min". */
export function formatDuration(seconds: number, formats: FormatWords = ENGLISH_FORMATS): string {
  const { hour, minute, second } = formats.units;
  const exact = String(Math.round(seconds * 10) / 10).replace('.', formats.decimalMark);
  if (seconds < 10) return `${exact} ${second}`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} ${second}`;
  const minutes = Math.floor(whole / 60);
  const shown = `${minutes % 60} ${minute}`;
  if (minutes < 60) return whole % 60 === 0 ? shown : `${shown} ${whole % 60} ${second}`;
  const hours = `${Math.floor(minutes / 60)} ${hour}`;
  return minutes % 60 === 0 ? hours : `${hours} ${shown}`;
}

/**
 * When a session was recorded, for example "28 November 2025, 00:12". An id of the usual form
 * ("20251128_001234") holds the time on the person's own clock; else the written digits of
 * `created_at` are used. Either way the text is the same on every machine.
 */
export function formatSessionDate(
  session: { readonly session_id: string; readonly created_at: string },
  withTime = true,
  formats: FormatWords = ENGLISH_FORMATS,
): string {
  const match =
    /^(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)\d\d$/.exec(session.session_id) ??
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(session.created_at);
  const month = Number(match?.[2]);
  if (match === null || !(month >= 1 && month <= 12)) return session.created_at;
  const date = formats.date(Number(match[3]), month, Number(match[1]));
  return withTime ? formats.dateTime(date, `${match[4]}:${match[5]}`) : date;
}
