import { EMOTIONS } from '@poise/core';
import { AS_PUBLISHED, type Look } from './looks.js';
import { code, percent, table } from './markdown.js';
import type { Trained } from './results.js';
import type { Sources } from './sources.js';

/** What the two heads are judged by. */
const HEADS = [
  { key: 'ferplus', judgedBy: 'FER+ plurality' },
  { key: 'fer2013', judgedBy: 'FER2013 label, second head' },
] as const;

/**
 * How each class is found, by both kinds of label, below how many pictures of each there are.
 *
 * @param looks - what is shown besides one look at the whole test.
 */
export function recallTable({ trained }: Sources, looks: readonly Look[]): string | undefined {
  if (trained.length === 0) return undefined;
  const all = [AS_PUBLISHED, ...looks];
  const rows = trained.flatMap((result) => all.flatMap((look) => recallRows(result, look)));
  const header = ['model', 'judged by', 'images', ...EMOTIONS, 'macro-F1'];
  return table(header, [...countRows(trained, all), ...rows], 2);
}

function recallRows(result: Trained, { label, of }: Look): string[][] {
  const judged = of(result);
  if (judged === undefined) return [];
  return HEADS.map(({ key, judgedBy }, i) => [
    i > 0 ? '' : label === '' ? code(result.name) : label,
    judgedBy,
    String(judged[key].n),
    ...EMOTIONS.map((emotion) => percent(judged[key].recall[emotion])),
    percent(judged[key].macro_f1),
  ]);
}

/** How many pictures of each class there are; networks judged by the same pictures share the rows. */
function countRows(trained: readonly Trained[], looks: readonly Look[]): string[][] {
  const known = new Set<string>();
  const rows = looks.flatMap(({ label, of }) =>
    trained.flatMap((result) => {
      const judged = of(result);
      if (judged === undefined) return [];
      return HEADS.map(({ key, judgedBy }, i) => {
        const counts = judged[key].confusion.map((row) => row.reduce((sum, n) => sum + n, 0));
        const name = label === '' ? 'how many there are' : label;
        return [i > 0 ? '' : name, judgedBy, String(judged[key].n), ...counts.map(String), ''];
      });
    }),
  );
  return rows.filter(([, ...cells]) => {
    const row = cells.join();
    return known.has(row) ? false : known.add(row);
  });
}
