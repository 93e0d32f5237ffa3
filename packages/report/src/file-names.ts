/** The names of the files that a report consists of. */
export interface ReportFileNames {
  /** The picture. */
  readonly picture: string;
  /** The text. */
  readonly text: string;
}

/**
 * The names of the files in which the reports of a session are saved.
 *
 * @param sessionId - the session's id.
 */
export function reportFileNames(sessionId: string): ReportFileNames {
  const stem = `interview_report_${sessionId}`;
  return { picture: `${stem}.png`, text: `${stem}.txt` };
}
