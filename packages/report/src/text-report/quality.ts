import { QUALITY_ASPECTS, type QualityAspect } from '@poise/core';
import type { SessionSummary } from '@poise/session';
import { formatDuration, formatPercent, formatSpan, wholePercent } from '../format.js';
import type { ReportWords } from '../words/report-words.js';
import { field } from './layout.js';

/** Where the resting face comes from. */
export function baselineText({ baseline }: SessionSummary, words: ReportWords): string {
  const { information } = words.report;
  if (!baseline.applied) return information.baselineNone;
  const length = formatDuration(baseline.seconds, words.formats);
  if (baseline.smiling === true) return information.baselineSmiling(length);
  if (baseline.source !== 'calmest_stretch') return information.baselineUsed(length);
  const { start, end } = baseline;
  const where = start === null || end === null ? '' : formatSpan({ start, end });
  return information.baselineCalmest(length, where);
}

/** How much the image quality gate left out, and why; nothing when it left out nothing. */
export function leftOutLines({ quality_gate: gate }: SessionSummary, words: ReportWords): string[] {
  if (gate === null || gate.frames_left_out === 0) return [];
  const { presence, formats } = words;
  const count = (aspect: QualityAspect) => gate.by_aspect[aspect];
  const aspects = QUALITY_ASPECTS.filter((aspect) => count(aspect) > 0)
    .sort((a, b) => count(b) - count(a))
    .map((aspect) => `${presence.aspects[aspect]} (${count(aspect)})`)
    .join(', ');
  const { share_left_out: left } = gate;
  // A frame that was left out is never "0 %".
  const share = wholePercent(left) === 0 ? presence.underOnePercent : formatPercent(left, formats);
  return field(presence.leftOut, presence.leftOutFrames(gate.frames_left_out, share, aspects));
}
