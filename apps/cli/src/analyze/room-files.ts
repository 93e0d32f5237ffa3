import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Others } from '@poise/analysis';
import { saveFile } from '@poise/core/node';
import {
  isOtherPersonsSession,
  parseRoomSummary,
  parseSessionSummary,
  personSessionId,
  type RoomSummary,
  roomFileName,
  type SessionSummary,
  saveSummary,
  sessionFileName,
} from '@poise/session';

/** What was written about the people of a recording. */
export interface RoomOnDisk {
  readonly room: RoomSummary;
  /** The sessions of the others, in order of appearance. */
  readonly people: readonly SessionSummary[];
}

const sessionIdOfFile = (name: string): string =>
  name.replace(/^interview_session_/, '').replace(/\.json$/, '');

/** Whether a file is about other people than the candidate: one of them, or the room. */
export function isAboutOthers(name: string): boolean {
  return /^interview_room_.*\.json$/.test(name) || isOtherPersonsSession(sessionIdOfFile(name));
}

/**
 * Removes what an earlier run wrote about the other people of a recording. Who did not agree this
 * time must not stay on disk.
 */
export async function removeOthers(folder: string, sessionId: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const ofRecording = names.filter((name) => {
    const id = sessionIdOfFile(name);
    const person = isOtherPersonsSession(id) && id.startsWith(`${sessionId}_person`);
    return name === roomFileName(sessionId) || (person && name === sessionFileName(id));
  });
  for (const name of ofRecording) await rm(join(folder, name), { force: true });
}

/**
 * Writes the session of each other person and, after them, the summary of the room.
 *
 * @throws PoiseError OUTPUT_UNWRITABLE.
 */
export async function writeOthers(folder: string, { room, sessions }: Others): Promise<void> {
  for (const session of sessions) await saveSummary(session, folder);
  await saveFile(folder, roomFileName(room.session_id), `${JSON.stringify(room)}\n`);
}

/**
 * Reads what was written about the people of a recording.
 *
 * @returns null when there is nothing, or not all of it can be read.
 */
export async function readOthers(folder: string, sessionId: string): Promise<RoomOnDisk | null> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8'));
  try {
    const room = parseRoomSummary(await read(roomFileName(sessionId)));
    const numbers = room.people.map(({ person }) => person).filter((n) => n !== room.candidate);
    const people: SessionSummary[] = [];
    for (const person of numbers) {
      const name = sessionFileName(personSessionId(sessionId, person));
      people.push(parseSessionSummary(await read(name)));
    }
    return { room, people };
  } catch {
    return null;
  }
}
