import { QUALITY_ASPECTS, type QualityAspect } from '@poise/core';
import type { SessionSummary } from '@poise/session';

/** Why most of the pictures that were left out could not be read. */
export function mostLeftOut({ quality_gate: gate }: SessionSummary): QualityAspect {
  return QUALITY_ASPECTS.reduce((most, aspect) =>
    (gate?.by_aspect[aspect] ?? 0) > (gate?.by_aspect[most] ?? 0) ? aspect : most,
  );
}
