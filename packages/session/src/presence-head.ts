import { shownSpans, stretchesOf } from './evidence-spans.js';
import type { HeadGesture } from './head-gestures.js';
import { MINIMUM_PRESENCE_SECONDS, type PresenceContext, ratioIndicator } from './indicator.js';
import type { MissingReason, PresenceIndicator } from './schema-presence.js';

const SECONDS_PER_MINUTE = 60;

/** From this speed on, a half second is shown as restless, in degrees a second: a slow look from side to side. */
export const RESTLESS_TURN_SPEED = 10;

const UNBOUNDED = { lower: 0, upper: Infinity };

/** Nods or shakes a minute, over the time in which they could have been seen. */
export function gesturesPerMinute(
  kind: HeadGesture['kind'],
  gestures: readonly HeadGesture[],
  context: PresenceContext,
): PresenceIndicator {
  const { rows, rowSeconds, duration, detailed } = context;
  const why = (): MissingReason => {
    if (detailed === 0) return 'no_details';
    const posed = rows.reduce((sum, { sums }) => sum + sums.poseSeconds, 0);
    return posed >= MINIMUM_PRESENCE_SECONDS ? 'frame_rate_too_low' : 'too_little_time';
  };
  return ratioIndicator(
    {
      unit: 'per_minute',
      finding: 'head_movement_and_ratings',
      of: (sums) => ({
        count: sums.headSeconds,
        // A gesture that counts where no time did would have nothing to be counted against.
        sum: sums.headSeconds > 0 ? (kind === 'nod' ? sums.nods : sums.shakes) : 0,
      }),
      secondsPerCount: 1,
      range: UNBOUNDED,
      scale: SECONDS_PER_MINUTE,
      why,
      evidence: () => {
        const own = gestures.filter((gesture) => gesture.kind === kind);
        if (own.length > 0) return shownSpans(own, kind, duration);
        const watched = stretchesOf(rows, rowSeconds, ({ sums }) => sums.headSeconds > 0);
        return shownSpans(watched, 'watched', duration);
      },
    },
    context,
  );
}

/** How far the head turned in a second, in degrees. */
export function restlessness(context: PresenceContext): PresenceIndicator {
  const { rows, rowSeconds, duration, detailed } = context;
  const why = (): MissingReason => {
    if (detailed === 0) return 'no_details';
    return rows.every(({ sums }) => sums.windows === 0) ? 'frame_rate_too_low' : 'too_little_time';
  };
  return ratioIndicator(
    {
      unit: 'degrees_per_second',
      finding: 'head_movement_and_ratings',
      of: ({ turnedSeconds, turnedDegrees }) => ({ count: turnedSeconds, sum: turnedDegrees }),
      secondsPerCount: 1,
      range: UNBOUNDED,
      scale: 1,
      why,
      evidence: () => {
        const restless = stretchesOf(
          rows,
          rowSeconds,
          ({ sums }) => sums.turnedDegrees > RESTLESS_TURN_SPEED * sums.turnedSeconds,
        );
        if (restless.length > 0) return shownSpans(restless, 'restless', duration);
        const watched = stretchesOf(rows, rowSeconds, ({ sums }) => sums.turnedSeconds > 0);
        return shownSpans(watched, 'watched', duration);
      },
    },
    context,
  );
}
