import { join } from 'node:path';
import { formatDuration } from '@poise/report';
import { type RoomSummary, roomFileName, sessionFileName } from '@poise/session';
import type { OthersSeen } from '../analyze/outcome.js';

/** Said before a run that reads everybody: what the option states. */
export const CONSENT_NOTE =
  '--everyone-agreed: you state that each person in the recording knows of this analysis and agreed to it. Each gets a file of their own: give it to them, and to nobody else.';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** How many others there were, in half a sentence: "2 other people seen". */
export function formatOthersSeen({ others }: OthersSeen): string {
  return `${count(others, 'other person', 'other people')} seen`;
}

/** What is said of the others when the candidate alone was read; nothing when there were none. */
export function othersLines(seen: OthersSeen): string[] {
  if (seen.others === 0) return [];
  return [
    `${formatOthersSeen(seen)}, at most ${count(seen.mostAtOnce, 'person', 'people')} at once. Nothing that they showed was kept:`,
    'that takes the consent of each (--everyone-agreed).',
  ];
}

/** Who was in the room and where the data of each lies, in order of appearance; no scores. */
export function peopleLines(room: RoomSummary, folder: string): string[] {
  const people = room.people.map((entry) => {
    const { person, session_id: id, first_seen: from, last_seen: to } = entry;
    const who = person === room.candidate ? 'candidate' : `person ${person}`;
    const when = `${formatDuration(from)} to ${formatDuration(to)}`;
    const seen = `in view for ${formatDuration(entry.seconds_in_view)}`;
    return `${who}: ${when}, ${seen} · ${join(folder, sessionFileName(id))}`;
  });
  return [...people, `everybody: ${join(folder, roomFileName(room.session_id))}`];
}
