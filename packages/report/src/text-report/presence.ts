import type { SessionSummary } from '@poise/session';
import { type PresenceView, presenceView } from '../presence-view.js';
import type { ReportWords } from '../words/report-words.js';
import { field, paragraph, section } from './layout.js';

function findingLines({ findings }: PresenceView, words: ReportWords): string[] {
  return findings.length === 0
    ? []
    : [`${words.presence.research}:`, ...findings.flatMap((finding) => paragraph(finding))];
}

/**
 * Section 6: how the person came across beside their expression, with evidence, what could not be
 * said and why, and what research found.
 */
export function presenceSection(summary: SessionSummary, words: ReportWords): string {
  const title = words.report.sections.presence;
  if (summary.presence === null) return section(6, title, paragraph(words.presence.old));
  const view = presenceView(summary, words);
  if (view === null) return section(6, title, paragraph(words.report.noScore));
  const missing = view.missing.flatMap((sentence) => paragraph(sentence));
  if (view.figures.length === 0) return section(6, title, missing);
  return section(
    6,
    title,
    paragraph(words.presence.intro),
    view.figures.flatMap(({ name, value, evidence }) => [
      ...field(name, value),
      ...field('', evidence),
    ]),
    view.learnedFrom === null ? [] : paragraph(view.learnedFrom),
    view.eyes.facts.flatMap(({ name, value }) => field(name, value)),
    view.eyes.notes.flatMap((note) => paragraph(note)),
    missing,
    findingLines(view, words),
  );
}
