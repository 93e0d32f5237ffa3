import { EMOTIONS, type EmotionScores, MINIMUM_FACE_QUALITY } from '@poise/core';
import type { TimedBin } from './bin.js';
import { FULL_SPREAD } from './expressiveness.js';
import { WINDOW_SECONDS } from './face-windows.js';
import type { CalibrationSource } from './facing-region.js';
import type { PresenceContext } from './indicator.js';
import { cameraFacing, faceCentred, faceVisible } from './presence-facing.js';
import { gesturesPerMinute, restlessness } from './presence-head.js';
import {
  type ExpressionDistance,
  expressiveRange,
  smileDynamics,
  smilePlacement,
} from './presence-smile.js';
import { roundScore } from './rounding.js';
import type { PresenceSummary, QualityGateSummary } from './schema-presence.js';
import type { SessionRecord } from './session-record.js';
import type { SmileEvent } from './smiles.js';

/**
 * How far the expression was from the session's average, in half seconds. The distance of a bin's
 * mean is that of its frames: within a tenth of a second smoothed scores hardly change.
 */
function expressionDistances(
  bins: readonly TimedBin[],
  mean: EmotionScores | null,
): ExpressionDistance[] {
  const distances: { start: number; count: number; sum: number }[] = [];
  if (mean === null) return distances;
  for (const { start: time, faces, emotionSums } of bins) {
    if (faces === 0) continue;
    const start = Math.floor(time / WINDOW_SECONDS + 1e-6) * WINDOW_SECONDS;
    const last = distances.at(-1);
    const entry = last?.start === start ? last : { start, count: 0, sum: 0 };
    if (entry !== last) distances.push(entry);
    const square = EMOTIONS.reduce(
      (sum, emotion) => sum + (emotionSums[emotion] / faces - mean[emotion]) ** 2,
      0,
    );
    entry.count += faces;
    entry.sum += faces * square;
  }
  return distances;
}

/** What the figures of presence are made from. */
export function presenceContext(
  { presence }: SessionRecord,
  facts: Pick<PresenceContext, 'sufficient' | 'seed' | 'duration'>,
): PresenceContext {
  return {
    ...facts,
    detailed: presence.detailed,
    rows: presence.rows.rows(),
    rowSeconds: presence.rows.seconds,
  };
}

/** The figures of presence. */
export function presenceSummary(
  { presence, spread }: SessionRecord,
  smiles: readonly SmileEvent[],
  bins: readonly TimedBin[],
  context: PresenceContext,
): PresenceSummary {
  const { gestures, region } = presence;
  const source: CalibrationSource = region?.source ?? 'none';
  return {
    calibration: { source, question: region?.question ?? false },
    camera_facing: cameraFacing(context, region),
    face_visible: faceVisible(context),
    face_centred: faceCentred(context, presence.framed),
    head_nods: gesturesPerMinute('nod', gestures, context),
    head_shakes: gesturesPerMinute('shake', gestures, context),
    head_restlessness: restlessness(context),
    smile_placement: smilePlacement(smiles, context),
    smile_dynamics: smileDynamics(smiles, context),
    expressive_range: expressiveRange(
      spread.result(),
      expressionDistances(bins, spread.mean()),
      { seconds: WINDOW_SECONDS, fullSpread: FULL_SPREAD },
      context,
    ),
  };
}

/** What the image quality gate left out. */
export function qualityGateSummary({ gate }: SessionRecord): QualityGateSummary {
  return {
    threshold: MINIMUM_FACE_QUALITY,
    frames_judged: gate.judged,
    frames_left_out: gate.leftOut,
    share_left_out: gate.judged === 0 ? 0 : roundScore(gate.leftOut / gate.judged),
    by_aspect: { ...gate.byAspect },
  };
}
