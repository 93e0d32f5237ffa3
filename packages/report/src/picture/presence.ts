import type { SessionSummary } from '@poise/session';
import { formatInterval, formatPercent } from '../format.js';
import { tooWideToSay } from '../insights/presence.js';
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
  const figure = presence?.camera_facing;
  if (figure === undefined || figure.value === null || figure.interval === null) return null;
  const line = tooWideToSay(figure)
    ? picture.facingTooShort
    : picture.facing(
        formatPercent(figure.value, formats),
        ...formatInterval(figure.interval, formats),
      );
  return textBlock(line, width, { size: TYPE.caption, fill: theme.muted });
}
