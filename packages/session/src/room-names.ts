/** How the id of another person's session ends. */
const PERSON_SUFFIX = /_person([2-9]|[1-9]\d+)$/;

/**
 * The id of the session of one person in a recording.
 *
 * @param sessionId - the candidate's session.
 * @param person - 1 is the candidate, whose session keeps its id; the others count from 2.
 */
export function personSessionId(sessionId: string, person: number): string {
  return person === 1 ? sessionId : `${sessionId}_person${person}`;
}

/** Whether a session is of somebody else in a recording, not of its candidate. */
export function isOtherPersonsSession(sessionId: string): boolean {
  return PERSON_SUFFIX.test(sessionId);
}

/**
 * The name of the file about all people of a recording.
 *
 * @param sessionId - the candidate's session.
 */
export function roomFileName(sessionId: string): string {
  return `interview_room_${sessionId}.json`;
}
