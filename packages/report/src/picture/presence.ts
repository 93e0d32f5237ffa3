import type { SessionSummary } from '@poise/session';
import { formatInterval, formatPercent } from '../format.js';
import { type Block, textBlock } from '../svg/text.js';
import { type ReportTheme, TYPE } from '../theme.js';
import type { ReportWords } from '../words/report-words.js';

/** How much of the time the person faced the camera, in one quiet line; null when it is not known. */
export function facingBlock(
  { presence }: SessionSummary,
  width: number,
  theme: ReportTheme,
  { formats, picture }: ReportWords,
): Block | null {
  const { value, interval } = presence?.camera_facing ?? { value: null, interval: null };
  if (value === null || interval === null) return null;
  const line = picture.facing(formatPercent(value, formats), ...formatInterval(interval, formats));
  return textBlock(line, width, { size: TYPE.caption, fill: theme.muted });
}
