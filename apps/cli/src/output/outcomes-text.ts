import { LIMITS_LINE } from '@poise/report';
import type { Outcome } from '../analyze/outcome.js';
import { formatOthersSeen } from './people-text.js';
import { formatTable } from './table.js';
import { printable } from './text.js';

function resultOf(outcome: Outcome): string {
  if (outcome.status === 'cancelled') return 'not analysed: stopped';
  if (outcome.status === 'failed') return `${outcome.error.what} (${outcome.error.code})`;
  const evidence = outcome.digest.sufficient ? '' : ', not enough evidence';
  const { others: seen } = outcome.digest;
  const others = seen === null || seen.people === 0 ? '' : `, ${formatOthersSeen(seen)}`;
  return `${outcome.status === 'skipped' ? 'done before' : 'done'}${evidence}${others}`;
}

/**
 * The table at the end of a run over several recordings, in the order of the files. It has no scores:
 * a folder may hold many people's recordings, and side by side they would be compared. Each stands in
 * its own report.
 */
export function formatOutcomes(outcomes: readonly Outcome[], out: string): string {
  const rows = outcomes.map((outcome) => [printable(outcome.file), printable(resultOf(outcome))]);
  const table = formatTable(['file', 'result'], rows);
  const count = outcomes.filter(({ status }) => status === 'done' || status === 'skipped').length;
  return `${table}\n\n${count} of ${outcomes.length} recordings analysed; results in ${out}\n${LIMITS_LINE}`;
}
