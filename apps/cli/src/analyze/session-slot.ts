import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PoiseError } from '@poise/core';
import { parseSessionSummary, type SessionSummary } from '@poise/session';

/** The three files of one analysed recording. */
export interface SessionOutputs {
  readonly json: string;
  readonly png: string;
  readonly text: string;
}

/** Where the results of a recording belong, and whether they are there. */
export interface SessionSlot {
  /** The recording's file name. */
  readonly name: string;
  readonly sessionId: string;
  /** The time of the recording's file. */
  readonly startedAt: Date;
  readonly folder: string;
  readonly outputs: SessionOutputs;
  /** The summary of an earlier run; null when the recording is still to be analysed. */
  readonly finished: SessionSummary | null;
}

/** A date as YYYYMMDD_HHMMSS in local time: what a person recognises. */
export function sessionIdOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `${day}_${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}

function outputsOf(folder: string, sessionId: string): SessionOutputs {
  const report = join(folder, `interview_report_${sessionId}`);
  const json = join(folder, `interview_session_${sessionId}.json`);
  return { json, png: `${report}.png`, text: `${report}.txt` };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Reads a saved session.
 *
 * @returns null when there is none, or it is not one that this version can read.
 */
export async function readSession(path: string): Promise<SessionSummary | null> {
  try {
    return parseSessionSummary(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Finds the place of a recording's results. The session id is the time of the file. Where another
 * recording of the same second already has it, the next free second is taken, so that no result
 * ever overwrites another's. The JSON is written last: with it, the recording is done.
 *
 * @param path - the recording.
 * @param folder - where its results go.
 * @throws PoiseError INPUT_NOT_FOUND when there is no such recording.
 */
export async function findSlot(path: string, folder: string): Promise<SessionSlot> {
  const { mtime } = await stat(path).catch((cause: unknown) => {
    throw new PoiseError('INPUT_NOT_FOUND', path, { cause });
  });
  const name = basename(path);
  for (let second = 0; ; second += 1) {
    const sessionId = sessionIdOf(new Date(mtime.getTime() + second * 1000));
    const outputs = outputsOf(folder, sessionId);
    const slot = { name, sessionId, startedAt: mtime, folder, outputs, finished: null };
    if (!(await exists(outputs.json))) return slot;
    const summary = await readSession(outputs.json);
    if (summary?.source.name !== name) continue;
    const complete = (await exists(outputs.png)) && (await exists(outputs.text));
    return complete ? { ...slot, finished: summary } : slot;
  }
}
