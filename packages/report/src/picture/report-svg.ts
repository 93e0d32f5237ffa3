import type { SessionSummary } from '@poise/session';
import { ENGLISH } from '../english/english.js';
import { formatPercent } from '../format.js';
import { insights } from '../insights/insights.js';
import { element, escapeXml, translate } from '../svg/element.js';
import { LIGHT_THEME, type ReportTheme, SPACE } from '../theme.js';
import type { ReportWords } from '../words/report-words.js';
import { facingBlock } from './presence.js';
import { scoreBlock } from './score.js';
import {
  actionBlock,
  footerBlock,
  headerBlock,
  headlineBlock,
  journeyBlock,
  metersBlock,
} from './sections.js';
import { type Stacked, stack } from './stack.js';

/** Options of {@link renderReportSvg}. */
export interface ReportSvgOptions {
  /** The colours; {@link LIGHT_THEME} when not given. */
  readonly theme?: ReportTheme;
  /** The language; English when not given. */
  readonly words?: ReportWords;
}

/** Width of the picture in pixels. Its height follows from its content. */
export const REPORT_WIDTH = 1080;

const MARGIN = 72;

/**
 * The report as one SVG picture, 1080 pixels wide. Pure: the same summary gives the same text.
 *
 * @param summary - a valid summary (see `parseSessionSummary`).
 * @param options - the colours and the language.
 */
export function renderReportSvg(summary: SessionSummary, options: ReportSvgOptions = {}): string {
  const { theme = LIGHT_THEME, words = ENGLISH } = options;
  const width = REPORT_WIDTH - 2 * MARGIN;
  const found = insights(summary, words);
  const scored = found.headline.code !== 'not_enough_evidence';
  const sections: Stacked[] = [
    { gap: 0, block: headerBlock(summary, width, theme, words) },
    { gap: SPACE.l, block: scoreBlock(summary, width, theme, words) },
    { gap: scored ? SPACE.l : SPACE.s, block: headlineBlock(found, width, theme) },
  ];
  const journey = { gap: SPACE.l, block: journeyBlock(summary, width, theme, words) };
  const action = { gap: SPACE.l, block: actionBlock(found, width, theme, words) };
  // Without a score the next step comes first: it is what the person can use.
  if (scored) {
    const meters = { gap: SPACE.l, block: metersBlock(summary, width, theme, words) };
    sections.push(journey, action, meters);
    const facing = facingBlock(summary, width, theme, words);
    if (facing !== null) sections.push({ gap: SPACE.m, block: facing });
  } else {
    sections.push(action, journey);
  }
  sections.push({ gap: SPACE.l, block: footerBlock(width, theme, words) });
  const page = stack(...sections);
  const height = Math.ceil(page.height + 2 * MARGIN);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: REPORT_WIDTH,
      height,
      viewBox: `0 0 ${REPORT_WIDTH} ${height}`,
      'font-family': theme.fontFamily,
      role: 'img',
    },
    `<title>${escapeXml(pictureTitle(summary, found.headline.title, words))}</title>`,
    element('rect', { width: REPORT_WIDTH, height, fill: theme.background }),
    translate(MARGIN, MARGIN, page.svg),
  );
}

function pictureTitle(
  summary: SessionSummary,
  headline: string,
  { formats, picture }: ReportWords,
): string {
  const { average_confidence: average } = summary;
  if (!summary.evidence.sufficient || average === null) {
    return `${picture.product}: ${picture.noScore}`;
  }
  return `${picture.product}: ${formatPercent(average, formats)}. ${headline}`;
}
