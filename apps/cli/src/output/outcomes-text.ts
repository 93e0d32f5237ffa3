import type { Outcome } from '../analyze/outcome.js';
import { SELF_PRACTICE } from './session-text.js';
import { formatTable } from './table.js';
import { formatPercent, printable } from './text.js';

function resultOf(outcome: Outcome): string {
  if (outcome.status === 'cancelled') return 'not analysed: stopped';
  if (outcome.status === 'failed') return `${outcome.error.what} (${outcome.error.code})`;
  const evidence = outcome.digest.sufficient ? '' : ', not enough evidence';
  return `${outcome.status === 'skipped' ? 'done before' : 'done'}${evidence}`;
}

/** The table at the end of a run over several recordings, in the order of the files. */
export function formatOutcomes(outcomes: readonly Outcome[], out: string): string {
  const rows = outcomes.map((outcome) => {
    const digest = 'digest' in outcome ? outcome.digest : null;
    const score = formatPercent(digest?.score ?? null);
    return [printable(outcome.file), score, digest?.level ?? '–', printable(resultOf(outcome))];
  });
  const table = formatTable(['file', 'score', 'level', 'result'], rows, ['left', 'right']);
  const count = outcomes.filter(({ status }) => status === 'done' || status === 'skipped').length;
  return `${table}\n\n${count} of ${outcomes.length} recordings analysed; results in ${out}\n${SELF_PRACTICE}`;
}
