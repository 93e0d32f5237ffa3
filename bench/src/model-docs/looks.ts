import type { Judgement, Trained } from './results.js';

/** A way in which a network was judged. */
export interface Look {
  /** What a row of it is called; empty for the row that has the name of the network. */
  readonly label: string;
  /** The figures; undefined where they were not measured. */
  readonly of: (result: Trained) => Judgement | undefined;
}

/** One look at each picture of the test as it is published. */
export const AS_PUBLISHED: Look = { label: '', of: ({ official }) => official };

/** What a table may show below it. */
export const OTHER_LOOKS: readonly Look[] = [
  { label: '… without copies', of: ({ deduplicated }) => deduplicated },
  { label: '… with the mirrored picture', of: ({ official_mirrored }) => official_mirrored },
];
