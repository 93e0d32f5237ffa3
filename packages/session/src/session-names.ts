/** What a session may be called: safe as a part of a file name on every system, and in an SVG id. */
export const SESSION_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/**
 * The usual id of a session.
 *
 * @param date - when the session began.
 * @returns YYYYMMDD_HHMMSS in local time.
 */
export function sessionIdOf(date: Date): string {
  const day = [
    digits(date.getFullYear(), 4),
    digits(date.getMonth() + 1, 2),
    digits(date.getDate(), 2),
  ];
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${day.join('')}_${time.map((value) => digits(value, 2)).join('')}`;
}

/**
 * A moment in ISO 8601 with the offset of a time zone, so that its digits are what a clock on the
 * wall showed.
 *
 * @param date - the moment.
 * @param offsetMinutes - minutes east of UTC; those of this machine at that moment when not given.
 */
export function localIsoTime(
  date: Date,
  offsetMinutes: number = -date.getTimezoneOffset(),
): string {
  // Before standard time zones, offsets had seconds, which ISO 8601 cannot say.
  const offset = Math.round(offsetMinutes);
  const wall = new Date(date.getTime() + offset * 60_000).toISOString().replace('Z', '');
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${wall}${sign}${digits(Math.floor(size / 60), 2)}:${digits(size % 60, 2)}`;
}

/**
 * The name of the file in which a session is saved.
 *
 * @param sessionId - the session's id.
 */
export function sessionFileName(sessionId: string): string {
  return `interview_session_${sessionId}.json`;
}

/**
 * The name of a source as a summary keeps it: of a path, on any system, only the last part.
 *
 * @param name - a file name or a path.
 */
export function sourceName(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? name;
}
