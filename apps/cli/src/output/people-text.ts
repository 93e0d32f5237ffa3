import { join } from 'node:path';
import { formatDuration, formatPercent } from '@poise/report';
import { type OthersInView, type RoomSummary, roomFileName } from '@poise/session';

/** Said before a run that reads everybody: what the option states. */
export const CONSENT_NOTE =
  '--everyone-agreed: you state that each person in the recording knows of this analysis and agreed to it. Each gets a file of their own: give it to them, and to nobody else.';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Said before a number that may be too small, because no more faces are followed. */
const AT_LEAST = 'at least ';

/** How many others there were, in half a sentence: "2 other people seen". */
export function formatOthersSeen({ people, capped }: OthersInView): string {
  return `${capped ? AT_LEAST : ''}${count(people, 'other person', 'other people')} seen`;
}

/** What is said of the others when the candidate alone was read; nothing when there were none. */
export function othersLines(seen: OthersInView | null): string[] {
  if (seen === null || seen.people === 0) return [];
  const alone = seen.seconds_without_person;
  const without =
    alone === 0
      ? []
      : [
          `For ${formatDuration(alone)} in view without the candidate: that time counts as no face.`,
        ];
  return [
    `${formatOthersSeen(seen)}, ${seen.capped ? AT_LEAST : 'at most '}${count(seen.most_at_once, 'person', 'people')} at once. Nothing of what they showed is kept:`,
    'that takes the consent of each (--everyone-agreed). To tell people apart, the shape of each face was',
    'followed; until it was clear who the candidate is, whoever was in front was read, and dropped if another.',
    ...without,
  ];
}

/**
 * Who was in view when and where the data of each lies, in order of appearance, and how long they
 * were there together; nothing of what anybody showed.
 *
 * @param seen - all others who were counted, read or not; null where nobody counted.
 */
export function peopleLines(
  room: RoomSummary,
  folder: string,
  seen: OthersInView | null,
): string[] {
  const capped = seen?.capped === true;
  const people = room.people.map((entry) => {
    const { person, session_file: file, first_seen: from, last_seen: to } = entry;
    const who = person === room.candidate ? 'candidate' : `person ${person}`;
    const when = `${formatDuration(from)} to ${formatDuration(to)}`;
    const share = formatPercent(entry.share_in_view);
    const seen = `in view for ${formatDuration(entry.seconds_in_view)} (${share})`;
    return `${who}: ${when}, ${seen} · ${join(folder, file)}`;
  });
  const { everyone_in_view: together, candidate_out_of_view: gone } = room;
  const most = count(
    Math.max(room.most_people_at_once, seen?.most_at_once ?? 0),
    'person',
    'people',
  );
  const read = room.people.filter(({ person }) => person !== room.candidate).length;
  const unread = (seen?.people ?? 0) - read;
  const all = `all who were read in view for ${formatDuration(together.seconds)} (${formatPercent(together.share)})`;
  const without =
    gone.seconds === 0
      ? []
      : [
          `candidate out of view for ${formatDuration(gone.seconds)}, of that ${formatDuration(gone.seconds_with_others)} with others in view`,
        ];
  return [
    ...people,
    ...(unread > 0
      ? [
          `${capped ? AT_LEAST : ''}${count(unread, 'other person', 'other people')} seen and not read: --max-faces says how many are`,
        ]
      : []),
    ...(room.people.length > 1
      ? [`together: ${capped ? AT_LEAST : 'at most '}${most} at once, ${all}`, ...without]
      : []),
    `everybody: ${join(folder, roomFileName(room.session_id))}`,
  ];
}
