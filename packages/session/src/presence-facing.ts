import { shownSpans, stretchesOf } from './evidence-spans.js';
import { WINDOW_SECONDS } from './face-windows.js';
import type { FacingRegion } from './facing-region.js';
import {
  type IndicatorKind,
  MINIMUM_PRESENCE_SECONDS,
  missing,
  type PresenceContext,
  ratioIndicator,
} from './indicator.js';
import type { PresenceRow } from './presence-record.js';
import { roundTime } from './rounding.js';
import type { PresenceIndicator, PresenceSummary } from './schema-presence.js';

const UNIT = { lower: 0, upper: 1 };

/** With less than this share of the time decided, the rest could turn the answer round. */
export const MINIMUM_DECIDED_SHARE = 0.5;

const FACING: IndicatorKind = { unit: 'share', finding: 'eye_contact_and_ratings' };

function total(rows: readonly PresenceRow[], column: keyof PresenceRow['sums']): number {
  return rows.reduce((sum, { sums }) => sum + sums[column], 0);
}

/** The share of the decided half seconds in which the person faced the camera. */
export function cameraFacing(
  context: PresenceContext,
  region: FacingRegion | null,
): PresenceSummary['camera_facing'] {
  const { rows, rowSeconds, duration } = context;
  const seconds = (column: keyof PresenceRow['sums']) => total(rows, column) * WINDOW_SECONDS;
  const states = {
    facing: roundTime(seconds('facing')),
    away: roundTime(seconds('away')),
    unsure: roundTime(seconds('unsure')),
  };
  const decided = seconds('facing') + seconds('away');
  const refuse = (reason: NonNullable<PresenceIndicator['reason']>) => ({
    ...missing(FACING, reason, decided),
    states,
  });
  if (!context.sufficient) return refuse('session_evidence');
  if (context.detailed === 0) return refuse('no_details');
  if (region === null) return refuse('not_calibrated');
  if (total(rows, 'windows') === 0) return refuse('frame_rate_too_low');
  if (decided < MINIMUM_DECIDED_SHARE * (decided + seconds('unsure')))
    return refuse('mostly_unsure');
  const indicator = ratioIndicator(
    {
      ...FACING,
      of: ({ facing, away }) => ({ count: facing + away, sum: facing }),
      secondsPerCount: WINDOW_SECONDS,
      range: UNIT,
      scale: 1,
      why: () => 'too_little_time',
      evidence: () => [
        ...shownSpans(
          stretchesOf(rows, rowSeconds, ({ sums }) => sums.away > sums.facing),
          'away',
          duration,
        ),
        ...shownSpans(
          stretchesOf(rows, rowSeconds, ({ sums }) => sums.facing > sums.away),
          'facing',
          duration,
        ),
      ],
    },
    context,
  );
  return { ...indicator, states };
}

/** The share of the half seconds in which a face that can be read was there. */
export function faceVisible(context: PresenceContext): PresenceIndicator {
  const { rows, rowSeconds, duration } = context;
  return ratioIndicator(
    {
      unit: 'share',
      finding: null,
      of: ({ windows, visible }) => ({ count: windows, sum: visible }),
      secondsPerCount: WINDOW_SECONDS,
      range: UNIT,
      scale: 1,
      why: () => (duration >= MINIMUM_PRESENCE_SECONDS ? 'frame_rate_too_low' : 'too_little_time'),
      evidence: () => [
        ...shownSpans(
          stretchesOf(rows, rowSeconds, ({ sums }) => sums.windows > 2 * sums.visible),
          'out_of_view',
          duration,
        ),
        ...shownSpans(
          stretchesOf(
            rows,
            rowSeconds,
            ({ sums }) => sums.windows > 0 && 2 * sums.visible >= sums.windows,
          ),
          'in_view',
          duration,
        ),
      ],
    },
    context,
  );
}

/** The share of the half seconds with a face in which it was in the middle of the picture. */
export function faceCentred(context: PresenceContext, framed: number): PresenceIndicator {
  const { rows, rowSeconds, duration, detailed } = context;
  const why = (): NonNullable<PresenceIndicator['reason']> => {
    if (detailed === 0) return 'no_details';
    if (framed === 0) return 'no_frame_size';
    return total(rows, 'windows') === 0 ? 'frame_rate_too_low' : 'too_little_time';
  };
  return ratioIndicator(
    {
      unit: 'share',
      finding: null,
      of: ({ placed, centred }) => ({ count: placed, sum: centred }),
      secondsPerCount: WINDOW_SECONDS,
      range: UNIT,
      scale: 1,
      why,
      evidence: () => [
        ...shownSpans(
          stretchesOf(rows, rowSeconds, ({ sums }) => sums.placed > 2 * sums.centred),
          'off_centre',
          duration,
        ),
        ...shownSpans(
          stretchesOf(
            rows,
            rowSeconds,
            ({ sums }) => sums.placed > 0 && 2 * sums.centred >= sums.placed,
          ),
          'centred',
          duration,
        ),
      ],
    },
    context,
  );
}
