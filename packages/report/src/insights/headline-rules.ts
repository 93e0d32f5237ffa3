import type { Facts } from './facts.js';
import { THRESHOLDS } from './thresholds.js';

/** One rule: the headline's code, and when it holds. */
interface HeadlineRule {
  readonly code: string;
  readonly when: (facts: Facts) => boolean;
}

const scoreOf = (facts: Facts, name: 'beginning' | 'middle' | 'end'): number =>
  facts.segments[name].average ?? 0;

/**
 * The headline is the first rule that holds. `direction` in facts.ts says what counts as up, down
 * and flat: only a change larger than its uncertainty is a change.
 */
export const HEADLINE_RULES = [
  {
    code: 'not_enough_evidence',
    when: (facts) => facts.average === null,
  },
  {
    // A third without a score: the parts cannot be compared.
    code: 'partly_seen',
    when: (facts) => Object.values(facts.segments).some((segment) => segment.average === null),
  },
  {
    code: 'middle_dip',
    when: (facts) => facts.beginningToMiddle === 'down' && facts.middleToEnd === 'up',
  },
  {
    // Up and then down again to where it began; when it fell below that, the finish is the news.
    code: 'strong_middle',
    when: (facts) =>
      facts.beginningToMiddle === 'up' &&
      facts.middleToEnd === 'down' &&
      facts.beginningToEnd !== 'down',
  },
  {
    // Down, but no further than to a resting face: that is no fault.
    code: 'calm_finish',
    when: (facts) =>
      (facts.middleToEnd === 'down' ||
        (facts.beginningToMiddle === 'flat' && facts.beginningToEnd === 'down')) &&
      scoreOf(facts, 'end') >= THRESHOLDS.restingFace,
  },
  {
    code: 'slow_fade',
    when: (facts) => facts.beginningToMiddle === 'down' && facts.middleToEnd === 'down',
  },
  {
    code: 'fading_finish',
    when: (facts) => facts.middleToEnd === 'down',
  },
  {
    code: 'strong_start',
    when: (facts) => facts.beginningToMiddle === 'down',
  },
  {
    // The rise came early, and from a low place.
    code: 'weak_start',
    when: (facts) =>
      facts.beginningToMiddle === 'up' &&
      facts.middleToEnd === 'flat' &&
      scoreOf(facts, 'beginning') < THRESHOLDS.confident,
  },
  {
    code: 'warmed_up',
    when: (facts) => facts.beginningToMiddle === 'up' && facts.middleToEnd === 'flat',
  },
  {
    // The rise came late, and led to the level "Confident".
    code: 'strong_finish',
    when: (facts) =>
      facts.beginningToMiddle === 'flat' &&
      facts.middleToEnd === 'up' &&
      scoreOf(facts, 'end') >= THRESHOLDS.confident,
  },
  {
    code: 'strong_growth',
    when: (facts) => facts.beginningToEnd === 'up' && (facts.rise ?? 0) >= THRESHOLDS.strongChange,
  },
  {
    code: 'rising',
    when: (facts) => facts.beginningToEnd === 'up' || facts.middleToEnd === 'up',
  },
  {
    // Two flat steps that add up to a fall.
    code: 'slow_fade',
    when: (facts) => facts.beginningToEnd === 'down',
  },
  {
    // The thirds differ, but by no more than their uncertainty, or are alike and hardly known: neither
    // a change nor steadiness can be claimed. Short sessions often end here.
    code: 'unclear',
    when: (facts) =>
      facts.segmentSpread > THRESHOLDS.noticeableChange ||
      facts.segmentUncertainty > THRESHOLDS.vagueThird,
  },
  {
    // The thirds are alike, but within them the score kept moving.
    code: 'ups_and_downs',
    when: (facts) =>
      (facts.summary.confidence_statistics?.standard_deviation ?? 0) >=
      THRESHOLDS.unsteadyDeviation,
  },
  {
    // Even, but below the level "Moderate": that it was even is not the news.
    code: 'room_to_grow',
    when: (facts) => (facts.average ?? 0) < THRESHOLDS.moderate,
  },
  {
    code: 'steady_base',
    when: (facts) => (facts.average ?? 0) < THRESHOLDS.confident,
  },
  {
    code: 'steady',
    when: () => true,
  },
] as const satisfies readonly HeadlineRule[];

/** A headline's code. */
export type HeadlineCode = (typeof HEADLINE_RULES)[number]['code'];

/** The code of the first rule that holds. */
export function headlineCode(facts: Facts): HeadlineCode {
  return HEADLINE_RULES.find((rule) => rule.when(facts))?.code ?? 'steady';
}
