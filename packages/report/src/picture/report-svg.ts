import type { SessionSummary } from '@poise/session';
import { formatPercent } from '../format.js';
import { insights } from '../insights/insights.js';
import { element, escapeXml, translate } from '../svg/element.js';
import { PICTURE_TEXT } from '../text/picture.js';
import { LIGHT_THEME, type ReportTheme, SPACE } from '../theme.js';
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
}

/** Width of the picture in pixels. Its height follows from its content. */
export const REPORT_WIDTH = 1080;

const MARGIN = 72;

/**
 * The report as one SVG picture, 1080 pixels wide. Pure: the same summary gives the same text.
 *
 * @param summary - a valid summary (see `parseSessionSummary`).
 * @param options - the colours.
 */
export function renderReportSvg(summary: SessionSummary, options: ReportSvgOptions = {}): string {
  const theme = options.theme ?? LIGHT_THEME;
  const width = REPORT_WIDTH - 2 * MARGIN;
  const words = insights(summary);
  const scored = words.headline.code !== 'not_enough_evidence';
  const sections: Stacked[] = [
    { gap: 0, block: headerBlock(summary, width, theme) },
    { gap: SPACE.l, block: scoreBlock(summary, width, theme) },
    { gap: scored ? SPACE.l : SPACE.s, block: headlineBlock(words, width, theme) },
  ];
  const journey = { gap: SPACE.l, block: journeyBlock(summary, width, theme) };
  const action = { gap: SPACE.l, block: actionBlock(words, width, theme) };
  // Without a score the next step comes first: it is what the person can use.
  if (scored) {
    const meters = { gap: SPACE.l, block: metersBlock(summary, width, theme) };
    sections.push(journey, action, meters);
  } else {
    sections.push(action, journey);
  }
  sections.push({ gap: SPACE.l, block: footerBlock(width, theme) });
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
    `<title>${escapeXml(pictureTitle(summary, words.headline.title))}</title>`,
    element('rect', { width: REPORT_WIDTH, height, fill: theme.background }),
    translate(MARGIN, MARGIN, page.svg),
  );
}

function pictureTitle(summary: SessionSummary, headline: string): string {
  const { average_confidence: average } = summary;
  if (!summary.evidence.sufficient || average === null) {
    return `${PICTURE_TEXT.product}: ${PICTURE_TEXT.noScore}`;
  }
  return `${PICTURE_TEXT.product}: ${formatPercent(average)}. ${headline}`;
}
