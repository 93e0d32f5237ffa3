import type { SessionSummary } from '@poise/session';
import { ENGLISH } from '../english/english.js';
import { factsOf } from '../insights/facts.js';
import { insights } from '../insights/insights.js';
import type { ReportWords } from '../words/report-words.js';
import { presenceSection } from './presence.js';
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
  /** The language; English when not given. */
  readonly words?: ReportWords;
}

/**
 * The report as plain text in eleven sections, with lines of at most 80 characters. Pure: the same
 * summaries give the same text.
 *
 * @param summary - a valid summary (see `parseSessionSummary`).
 * @param options - the person's own past sessions, and the language.
 */
export function renderTextReport(summary: SessionSummary, options: TextReportOptions = {}): string {
  const { history = [], words = ENGLISH } = options;
  const facts = factsOf(summary);
  const found = insights(summary, words);
  const { title } = words.report;
  const { selfPractice, limits } = words.statements;
  const parts = [
    `${title}\n${'='.repeat(title.length)}\n${selfPractice}\n${limits}`,
    informationSection(summary, words),
    summarySection(found, facts, words),
    confidenceSection(facts, words),
    segmentsSection(facts, words),
    timelineSection(facts, words),
    presenceSection(summary, words),
    improvementsSection(found, words),
    strengthsSection(found, facts, words),
    benchmarkSection(facts, history, words),
    scoreCardSection(found, facts, words),
    limitsSection(words),
  ];
  return `${parts.join('\n\n\n')}\n`;
}
