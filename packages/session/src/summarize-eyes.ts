import { shownSpans } from './evidence-spans.js';
import type { PresenceContext } from './indicator.js';
import { ratio, ratioInterval } from './ratio-interval.js';
import { roundScore, roundTime } from './rounding.js';
import type { EyesSummary, MissingReason } from './schema-presence.js';
import type { SessionRecord } from './session-record.js';

/** People blink some fifteen times a minute: in less than this a count says nothing of the rate, in seconds. */
export const MINIMUM_BLINK_SECONDS = 20;

const SECONDS_PER_MINUTE = 60;

/** Blinks and closed eyes: facts. */
export function eyesSummary(
  { presence }: SessionRecord,
  context: PresenceContext,
  openEyeGiven: boolean,
): EyesSummary {
  const { rows, rowSeconds, sufficient, seed, detailed, duration } = context;
  const entries = rows.map(({ sums }) => ({
    count: sums.eyeSeconds,
    sum: sums.eyeSeconds > 0 ? sums.blinks : 0,
  }));
  const seconds = entries.reduce((total, { count }) => total + count, 0);
  const read = rows.reduce((total, { sums }) => total + sums.openSeconds, 0);
  const why = (): MissingReason | null => {
    if (!sufficient) return 'session_evidence';
    if (detailed === 0) return 'no_details';
    if (seconds >= MINIMUM_BLINK_SECONDS) return null;
    return read >= MINIMUM_BLINK_SECONDS && seconds < read / 2
      ? 'frame_rate_too_low'
      : 'too_little_time';
  };
  const reason = why();
  const rate = reason === null ? ratio({ entries }) : null;
  const interval =
    rate === null
      ? null
      : ratioInterval(
          { entries, entrySeconds: rowSeconds, range: { lower: 0, upper: Infinity } },
          seed,
        );
  const openness = presence.openEye;
  return {
    open_eye:
      openness === null
        ? null
        : { openness: roundScore(openness), source: openEyeGiven ? 'resting_face' : 'session' },
    blinks: {
      count: entries.reduce((total, { sum }) => total + sum, 0),
      per_minute: rate === null ? null : roundScore(rate * SECONDS_PER_MINUTE),
      interval:
        interval === null
          ? null
          : {
              lower: roundScore(interval.lower * SECONDS_PER_MINUTE),
              upper: roundScore(interval.upper * SECONDS_PER_MINUTE),
            },
      seconds: roundTime(seconds),
      reason,
    },
    closures: {
      count: presence.closureCount,
      longest: shownSpans(presence.closures, 'watched', duration).map(({ start, end }) => ({
        start,
        end,
      })),
    },
  };
}
