import { formatPercent } from '../format.js';
import { whyNotEnough } from '../insights/evidence.js';
import { type Facts, SEGMENT_NAMES, type SegmentName } from '../insights/facts.js';
import type { HeadlineCode } from '../insights/headline-rules.js';
import type { HeadlineText } from '../words/report-words.js';
import { EVIDENCE } from './evidence.js';
import { LABELS } from './labels.js';

const at = (facts: Facts, name: SegmentName): string =>
  formatPercent(facts.segments[name].average ?? 0);

const average = (facts: Facts): string => formatPercent(facts.average ?? 0);

function unseenParts(facts: Facts): string {
  const names = SEGMENT_NAMES.filter((name) => facts.segments[name].average === null);
  return names.map((name) => LABELS.segments[name].toLowerCase()).join(' and the ');
}

/** The words of every headline. */
export const HEADLINES: Readonly<Record<HeadlineCode, HeadlineText>> = {
  not_enough_evidence: {
    title: 'NOT ENOUGH EVIDENCE',
    sentence: (facts) => whyNotEnough(facts.summary, EVIDENCE),
  },
  partly_seen: {
    title: 'PARTLY SEEN',
    sentence: (facts) =>
      facts.isPartlyUnknown
        ? `Too little could be seen in the ${unseenParts(facts)}, so not all parts can be compared.`
        : `Your face was missing in the ${unseenParts(facts)}, so not all parts can be compared.`,
  },
  strong_growth: {
    title: 'STRONG GROWTH',
    sentence: (facts) =>
      `Your score climbed from ${at(facts, 'beginning')} in the beginning to ${at(facts, 'end')} at the end.`,
  },
  rising: {
    title: 'ON THE RISE',
    sentence: (facts) =>
      `Your score rose a little, from ${at(facts, 'beginning')} in the beginning to ${at(facts, 'end')} at the end.`,
  },
  weak_start: {
    title: 'WEAK START',
    sentence: (facts) =>
      `You began at ${at(facts, 'beginning')}, then went up: ${at(facts, 'middle')} in the middle, ${at(facts, 'end')} at the end.`,
  },
  warmed_up: {
    title: 'WARMED UP',
    sentence: (facts) =>
      `A good beginning at ${at(facts, 'beginning')}, and better still from the middle on: ${at(facts, 'end')} at the end.`,
  },
  strong_finish: {
    title: 'STRONG FINISH',
    sentence: (facts) =>
      `You ended at ${at(facts, 'end')}, clearly above the ${at(facts, 'middle')} of the middle part.`,
  },
  strong_start: {
    title: 'STRONG START',
    sentence: (facts) =>
      `You began at ${at(facts, 'beginning')} and then settled lower, with ${at(facts, 'end')} at the end.`,
  },
  strong_middle: {
    title: 'STRONG MIDDLE',
    sentence: (facts) =>
      `You were at your best in the middle, with ${at(facts, 'middle')}, and ended at ${at(facts, 'end')}.`,
  },
  middle_dip: {
    title: 'CAUGHT YOURSELF',
    sentence: (facts) =>
      `Your score dipped to ${at(facts, 'middle')} in the middle, and you brought it back to ${at(facts, 'end')}.`,
  },
  calm_finish: {
    title: 'CALM FINISH',
    sentence: (facts) =>
      `You ended calmly at ${at(facts, 'end')}, after ${at(facts, 'middle')} in the middle part. That is still a confident place.`,
  },
  fading_finish: {
    title: 'FADING FINISH',
    sentence: (facts) =>
      `You held ${at(facts, 'middle')} in the middle part and ended at ${at(facts, 'end')}.`,
  },
  slow_fade: {
    title: 'SLOW FADE',
    sentence: (facts) =>
      `Your score went down bit by bit, from ${at(facts, 'beginning')} in the beginning to ${at(facts, 'end')} at the end.`,
  },
  unclear: {
    title: 'NO CLEAR TREND',
    sentence: (facts) =>
      `The parts read ${at(facts, 'beginning')}, ${at(facts, 'middle')} and ${at(facts, 'end')}. In a session of this length that is too uncertain to call it a change, or to call it steady.`,
  },
  ups_and_downs: {
    title: 'UPS AND DOWNS',
    sentence: (facts) =>
      `The three parts are alike, but within them your score moved a lot around ${average(facts)}.`,
  },
  room_to_grow: {
    title: 'ROOM TO GROW',
    sentence: (facts) =>
      `Your score stayed close to ${average(facts)} from beginning to end. One small step is enough for next time.`,
  },
  steady_base: {
    title: 'STEADY',
    sentence: (facts) =>
      `Your score stayed close to ${average(facts)} from beginning to end: an even base to build on.`,
  },
  steady: {
    title: 'STEADY',
    sentence: (facts) => `Your score stayed close to ${average(facts)} from beginning to end.`,
  },
};
