import { confidenceLevelMinimum } from '@poise/session';
import type { ReportTheme } from '../theme.js';

/** Scores from here down are drawn in the journey's first color, and from `to` up in its last. */
export const RAMP = Object.freeze({
  from: confidenceLevelMinimum('Nervous'),
  to: confidenceLevelMinimum('Excellent'),
});

/** The colors of the journey, each with the score at which it is pure. */
export function rampColors(
  theme: ReportTheme,
): { readonly score: number; readonly color: string }[] {
  const step = (RAMP.to - RAMP.from) / (theme.journey.length - 1);
  return theme.journey.map((color, i) => ({ score: RAMP.from + i * step, color }));
}
