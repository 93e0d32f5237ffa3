import type { SessionSummary } from '@poise/session';
import { ENGLISH } from '../english/english.js';
import { formatSpan, type Span } from '../format.js';
import type { AdviceText, LabelWords, ReportWords } from '../words/report-words.js';
import {
  IMPROVEMENT_RULES,
  type ImprovementCode,
  NEXT_LEVEL_RULE,
  STRENGTH_RULES,
  type StrengthCode,
} from './advice-rules.js';
import { type Facts, factsOf } from './facts.js';
import { type HeadlineCode, headlineCode } from './headline-rules.js';
import { questionOf } from './questions.js';

/** Something worth saying, and the seconds that show it. */
export interface Insight<Code extends string> {
  /** The rule that it comes from. */
  readonly code: Code;
  /** A few words. */
  readonly title: string;
  /**
   * One or two sentences, with the time of the first stretch of evidence, and its question's number
   * when there are several questions.
   */
  readonly text: string;
  /** The stretches that show it, the most telling first; never empty. */
  readonly evidence: readonly Span[];
}

/** What a session's summary says, in words. */
export interface Insights {
  /** The headline, for example "STRONG FINISH", and the sentence under it. */
  readonly headline: {
    readonly code: HeadlineCode;
    readonly title: string;
    readonly sentence: string;
  };
  /** The one thing to work on next: the first of `improvements`. */
  readonly action: Insight<ImprovementCode>;
  /** What can be worked on, the most important first; never empty. */
  readonly improvements: readonly Insight<ImprovementCode>[];
  /** What went well; empty when there is too little evidence. */
  readonly strengths: readonly Insight<StrengthCode>[];
}

interface Rule<Code extends string> {
  readonly code: Code;
  readonly when: (facts: Facts) => boolean;
  readonly evidence: (facts: Facts) => readonly (Span | null | undefined)[];
}

function apply<Code extends string>(
  rule: Rule<Code>,
  texts: Readonly<Record<Code, AdviceText>>,
  facts: Facts,
  labels: LabelWords,
): Insight<Code> {
  const spans = rule.evidence(facts).flatMap((span) => (span ? [span] : []));
  const first = spans[0] ?? facts.whole;
  const { title, text } = texts[rule.code];
  const time = formatSpan(first);
  const question = questionOf(first, facts);
  const where = question === null ? time : labels.inQuestion(time, question);
  return {
    code: rule.code,
    title,
    text: text(where, facts),
    evidence: (spans.length > 0 ? spans : [first]).map(({ start, end }) => ({ start, end })),
  };
}

function applyAll<Code extends string>(
  rules: readonly Rule<Code>[],
  texts: Readonly<Record<Code, AdviceText>>,
  facts: Facts,
  labels: LabelWords,
): Insight<Code>[] {
  return rules.filter((rule) => rule.when(facts)).map((rule) => apply(rule, texts, facts, labels));
}

/** Drops advice about a stretch that more important advice has already named. */
function withoutRepeats<Code extends string>(
  found: readonly Insight<Code>[],
  { whole }: Facts,
): Insight<Code>[] {
  const same = (a: Span | undefined, b: Span | undefined): boolean =>
    a?.start === b?.start && a?.end === b?.end;
  return found.filter(
    ({ evidence: [span] }, i) =>
      same(span, whole) || !found.slice(0, i).some((earlier) => same(earlier.evidence[0], span)),
  );
}

/**
 * Reads a session's summary by the stated rules: one headline, one action item, what to work on by
 * priority, and what went well. Pure: the same summary gives the same words.
 *
 * @param summary - a valid summary (see `parseSessionSummary`).
 * @param words - the language; English when not given.
 */
export function insights(summary: SessionSummary, words: ReportWords = ENGLISH): Insights {
  const facts = factsOf(summary);
  const code = headlineCode(facts);
  const { title, sentence } = words.headlines[code];
  const { improvements, labels, strengths } = words;
  const [first, ...others] = applyAll<ImprovementCode>(
    IMPROVEMENT_RULES,
    improvements,
    facts,
    labels,
  );
  const action = first ?? apply<ImprovementCode>(NEXT_LEVEL_RULE, improvements, facts, labels);
  return {
    headline: { code, title, sentence: sentence(facts) },
    action,
    improvements: withoutRepeats([action, ...others], facts),
    strengths: applyAll<StrengthCode>(STRENGTH_RULES, strengths, facts, labels),
  };
}
