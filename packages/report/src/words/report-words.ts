import type { Emotion } from '@poise/core';
import type { ConfidenceLevel, SessionSummary } from '@poise/session';
import type { PICTURE } from '../english/picture.js';
import type { PRESENCE } from '../english/presence.js';
import type { REPORT } from '../english/sections.js';
import type { ImprovementCode, StrengthCode } from '../insights/advice-rules.js';
import type { Facts, SegmentName } from '../insights/facts.js';
import type { HeadlineCode } from '../insights/headline-rules.js';
import type { FormatWords } from './formats.js';

/** A headline and the sentence under it. */
export interface HeadlineText {
  /** In capital letters, short enough for one line of the picture. */
  readonly title: string;
  readonly sentence: (facts: Facts) => string;
}

/** A heading and what stands under it; `where` is the first stretch of evidence ("1:20–1:34"). */
export interface AdviceText {
  readonly title: string;
  readonly text: (where: string, facts: Facts) => string;
}

/** What was seen of a face that was seen too little. */
export interface SeenFace {
  /** Frames with a face. */
  readonly frames: number;
  /** Seconds with a face that could be read, rounded down to a tenth. */
  readonly seconds: number;
}

/** Why there is no score, by the codes of the summary. */
export interface EvidenceWords {
  readonly reasons: Readonly<
    Record<SessionSummary['evidence']['reasons'][number]['code'], (seen: SeenFace) => string>
  >;
  /** For a summary that names no reason. */
  readonly unnamed: string;
}

/** The names of things. */
export interface LabelWords {
  /** The thirds of a session. */
  readonly segments: Readonly<Record<SegmentName, string>>;
  /** The levels of the score: how a person came across. */
  readonly levels: Readonly<Record<ConfidenceLevel, string>>;
  /** Expressions: what was shown, not what was felt. */
  readonly expressions: Readonly<Record<Emotion, string>>;
  /** A stretch of time, and the number of the question in which it lies. */
  readonly inQuestion: (where: string, number: number) => string;
}

/** What the report is, and what it is not. */
export interface StatementWords {
  readonly selfPractice: string;
  readonly limits: string;
}

/** The shape of a table of words, whatever they say. */
type SameShape<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: SameShape<T[Key]> };

/**
 * Every word that a person reads in a report, in one language. Another language is one more folder
 * beside `english/` that gives a constant of this type.
 */
export interface ReportWords {
  /** The language as a BCP 47 tag, for example "en". */
  readonly language: string;
  readonly formats: FormatWords;
  readonly labels: LabelWords;
  readonly statements: StatementWords;
  readonly headlines: Readonly<Record<HeadlineCode, HeadlineText>>;
  readonly improvements: Readonly<Record<ImprovementCode, AdviceText>>;
  readonly strengths: Readonly<Record<StrengthCode, AdviceText>>;
  readonly evidence: EvidenceWords;
  /** The words of the picture, with the keys of the English ones. */
  readonly picture: SameShape<typeof PICTURE>;
  /** The words of the presence figures, with the keys of the English ones. */
  readonly presence: SameShape<typeof PRESENCE>;
  /** The words of the text report, with the keys of the English ones. */
  readonly report: SameShape<typeof REPORT>;
}

/** The limits and the purpose in one line, to stand beside every result. */
export function limitsLine({ statements }: Pick<ReportWords, 'statements'>): string {
  return `${statements.selfPractice} ${statements.limits}`;
}
