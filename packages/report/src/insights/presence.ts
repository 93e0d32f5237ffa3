import type { EvidenceKind, PresenceIndicator } from '@poise/session';
import type { Span } from '../format.js';

/** The longest stretches of evidence of a figure that show something, the longest first. */
export const shown = (figure: PresenceIndicator | undefined, kind: EvidenceKind): readonly Span[] =>
  (figure?.evidence ?? [])
    .filter(({ shows }) => shows === kind)
    .sort((a, b) => b.end - b.start - (a.end - a.start));

/** Whether a figure is surely under a value: its whole interval is. */
export const surelyUnder = (figure: PresenceIndicator | undefined, value: number): boolean =>
  (figure?.interval?.upper ?? Number.POSITIVE_INFINITY) < value;

/** Whether a figure is surely at a value or over it: its whole interval is. */
export const surelyOver = (figure: PresenceIndicator | undefined, value: number): boolean =>
  (figure?.interval?.lower ?? Number.NEGATIVE_INFINITY) >= value;
