import { dirname } from 'node:path';
import type { RoomSummary, SessionSummary } from '@poise/session';
import type { Outcome } from '../analyze/outcome.js';
import { readOthers } from '../analyze/room-files.js';
import { readSession, type SessionOutputs } from '../analyze/session-slot.js';
import { type ErrorJson, errorJson } from './errors.js';
import type { Terminal } from './terminal.js';

/** One entry of `poise analyze --json` for several recordings. */
interface SessionJson {
  readonly file: string;
  readonly status: Outcome['status'];
  readonly summary: SessionSummary | null;
  readonly error: ErrorJson | null;
  readonly outputs: SessionOutputs | null;
  readonly warnings: readonly string[];
  /** All people and the sessions of the others; only where everybody agreed. */
  readonly room?: RoomSummary;
  readonly people?: readonly SessionSummary[];
}

async function sessionJson(outcome: Outcome, everyoneAgreed: boolean): Promise<SessionJson> {
  const { file, status } = outcome;
  const nothing = { summary: null, error: null, outputs: null, warnings: [] };
  if (outcome.status === 'cancelled') return { file, status, ...nothing };
  if (outcome.status === 'failed') {
    return { file, status, ...nothing, error: errorJson(outcome.error) };
  }
  const { outputs, warnings } = outcome;
  const summary = await readSession(outputs.json);
  const others =
    summary === null || !everyoneAgreed
      ? null
      : await readOthers(dirname(outputs.json), summary.session_id);
  return { file, status, summary, error: null, outputs, warnings, ...others };
}

/**
 * Prints all outcomes as one JSON document, entry by entry: the summaries are read back from their
 * files, so that a thousand of them need not be in memory at once.
 *
 * @param everyoneAgreed - whether the sessions of others may be told.
 */
export async function printOutcomesJson(
  terminal: Terminal,
  outcomes: readonly Outcome[],
  everyoneAgreed: boolean,
): Promise<void> {
  terminal.print('{"sessions": [');
  for (const [i, outcome] of outcomes.entries()) {
    const comma = i + 1 < outcomes.length ? ',' : '';
    terminal.print(`${JSON.stringify(await sessionJson(outcome, everyoneAgreed))}${comma}`);
  }
  terminal.print(']}');
}
