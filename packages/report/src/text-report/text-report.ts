import type { SessionSummary } from '@poise/session';
import { factsOf } from '../insights/facts.js';
import { insights } from '../insights/insights.js';
import { REPORT_TEXT } from '../text/sections.js';
import { STATEMENTS } from '../text/words.js';
import {
  confidenceSection,
  informationSection,
  segmentsSection,
  timelineSection,
} from './sections-facts.js';
import {
  benchmarkSection,
  improvementsSection,
  limitsSection,
  scoreCardSection,
  strengthsSection,
  summarySection,
} from './sections-words.js';

/** Options of {@link renderTextReport}. */
export interface TextReportOptions {
  /**
   * The same person's other sessions, in any order; none when not given. Those that began later
   * than this one are left out.
   */
  readonly history?: readonly SessionSummary[];
}

/**
 * The report as plain text in ten sections, with lines of at most 80 characters. Pure: the same
 * summaries give the same text.
 *
 * @param summary - a valid summary (see `parseSessionSummary`).
 * @param options - the person's own past sessions.
 */
export function renderTextReport(summary: SessionSummary, options: TextReportOptions = {}): string {
  const facts = factsOf(summary);
  const words = insights(summary);
  const { title } = REPORT_TEXT;
  const parts = [
    `${title}\n${'='.repeat(title.length)}\n${STATEMENTS.selfPractice}\n${STATEMENTS.limits}`,
    informationSection(summary),
    summarySection(words, facts),
    confidenceSection(facts),
    segmentsSection(facts),
    timelineSection(facts),
    improvementsSection(words),
    strengthsSection(words, facts),
    benchmarkSection(facts, options.history ?? []),
    scoreCardSection(words, facts),
    limitsSection(),
  ];
  return `${parts.join('\n\n\n')}\n`;
}
