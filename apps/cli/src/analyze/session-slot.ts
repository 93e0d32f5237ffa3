import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileError } from '@poise/media';
import { reportFileNames } from '@poise/report';
import {
  parseSessionSummary,
  type SessionSummary,
  sessionFileName,
  sessionIdOf,
  sourceName,
} from '@poise/session';
import { hasLengthOf } from './same-length.js';

/** The three files of one analysed recording. */
export interface SessionOutputs {
  readonly json: string;
  readonly png: string;
  readonly text: string;
}

/** Where the results of a recording belong, and whether they are there. */
export interface SessionSlot {
  /** The recording's file name, as a summary keeps it. */
  readonly name: string;
  readonly sessionId: string;
  /** The time of the recording's file. */
  readonly startedAt: Date;
  readonly folder: string;
  readonly outputs: SessionOutputs;
  /** The summary of an earlier run; null when the recording is still to be analysed. */
  readonly finished: SessionSummary | null;
}

function outputsOf(folder: string, sessionId: string): SessionOutputs {
  const { picture, text } = reportFileNames(sessionId);
  const inFolder = (name: string): string => join(folder, name);
  return {
    json: inFolder(sessionFileName(sessionId)),
    png: inFolder(picture),
    text: inFolder(text),
  };
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

/** Whether two moments fall into the same second, which is what files and session ids keep. */
const sameSecond = (a: number, b: number): boolean => Math.floor(a / 1000) === Math.floor(b / 1000);

/**
 * Finds the place of a recording's results. The session id is the time of the file. Where another
 * recording of the same second already has it, the next free second is taken, so that no result
 * ever overwrites another's. A result is this recording's when its name, the time of its file and
 * its length agree. The JSON is written last: with it, the recording is done.
 *
 * @param path - the recording.
 * @param folder - where its results go.
 * @throws PoiseError INPUT_NOT_FOUND, INPUT_UNREADABLE when the recording cannot be looked at; what
 * opening it throws, where its length must be known.
 */
export async function findSlot(path: string, folder: string): Promise<SessionSlot> {
  const { mtime } = await stat(path).catch((cause: unknown) => {
    throw fileError(path, cause);
  });
  const name = sourceName(basename(path));
  const isOfThis = async (summary: SessionSummary | null): Promise<boolean> =>
    summary !== null &&
    summary.source.name === name &&
    sameSecond(Date.parse(summary.created_at), mtime.getTime()) &&
    (await hasLengthOf(path, summary));

  for (let second = 0; ; second += 1) {
    const sessionId = sessionIdOf(new Date(mtime.getTime() + second * 1000));
    const outputs = outputsOf(folder, sessionId);
    const slot = { name, sessionId, startedAt: mtime, folder, outputs, finished: null };
    if (!(await exists(outputs.json))) return slot;
    const summary = await readSession(outputs.json);
    if (!(await isOfThis(summary))) continue;
    const complete = (await exists(outputs.png)) && (await exists(outputs.text));
    return complete ? { ...slot, finished: summary } : slot;
  }
}
