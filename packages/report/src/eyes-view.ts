import { MINIMUM_BLINK_RATE, type SessionSummary } from '@poise/session';
import { formatPercent, formatSpan } from './format.js';
import type { ReportWords } from './words/report-words.js';

/** Blinks and closed eyes in words: facts, and no sign of anything. */
export interface EyesView {
  /** Names and values; none where blinks could not be counted. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** What the facts are, and what they were measured against; none where there are none. */
  readonly notes: readonly string[];
  /** Why blinks could not be counted, as it is said after "not enough evidence"; null where they were. */
  readonly missing: string | null;
}

function perMinute(
  rate: number,
  interval: { readonly lower: number; readonly upper: number } | null,
  { presence }: ReportWords,
): string {
  const value = presence.perMinute(String(Math.round(rate)));
  if (interval === null) return value;
  // Rounded outwards, as every interval is.
  const [lower, upper] = [Math.floor(interval.lower), Math.ceil(interval.upper)];
  return `${value}, ${presence.between(String(lower), String(upper))}`;
}

/** Too few frames a second, said with the frames that there were. */
function tooSlow({ quality, source }: SessionSummary, { presence }: ReportWords): string {
  const { live, recording, mostly } = presence.blinkRate;
  const had = Math.round(quality.analyzed_fps);
  // The mean may be enough where the rate was not, for most of the time.
  if (had >= MINIMUM_BLINK_RATE) return mostly(MINIMUM_BLINK_RATE);
  return (source.kind === 'recording' ? recording : live)(MINIMUM_BLINK_RATE, had);
}

/**
 * Says what is known of a session's blinks.
 *
 * @returns null for a session from before blinks were counted.
 */
export function eyesView(summary: SessionSummary, words: ReportWords): EyesView | null {
  const { presence, formats } = words;
  if (summary.eyes === null) return null;
  const { blinks, closures, open_eye: openEye } = summary.eyes;
  if (blinks.reason !== null || blinks.per_minute === null) {
    const reason = blinks.reason ?? 'too_little_time';
    const why =
      reason === 'frame_rate_too_low' ? tooSlow(summary, words) : presence.reasons[reason];
    return { facts: [], notes: [], missing: why };
  }
  const closed = {
    name: presence.closures,
    value: `${presence.times(closures.count)}: ${closures.longest.map(formatSpan).join(', ')}`,
  };
  const against =
    openEye === null
      ? []
      : [presence.openEye[openEye.source](formatPercent(openEye.openness, formats))];
  return {
    facts: [
      { name: presence.blinks, value: perMinute(blinks.per_minute, blinks.interval, words) },
      ...(closures.count === 0 ? [] : [closed]),
    ],
    notes: [presence.eyesExplain, ...against],
    missing: null,
  };
}
