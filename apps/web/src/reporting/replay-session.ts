import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import { setPersonOf } from '../practice/set-person.js';
import type { AskedQuestion, SessionHead } from '../storage/records.js';
import { PLAIN_LOG_COLUMNS, readLogRows } from '../storage/session-log.js';

/**
 * Makes the summary of a session from its log, as the analyzer made it while the session ran. It
 * serves a session that was stopped and one whose tab was killed alike.
 *
 * @param head - a question that has no end yet ends with the last row.
 * @param pieces - of the log, in order. A pause lies after all rows up to its second.
 */
export async function replaySession(
  head: SessionHead,
  pieces: AsyncIterable<Float64Array>,
): Promise<SessionSummary> {
  const analyzer = new InterviewEmotionAnalyzer({
    sessionId: head.id,
    startedAt: new Date(head.startedAt),
    source: head.source,
    model: head.model,
  });
  setPersonOf(head, analyzer);
  const columns = head.logColumns ?? PLAIN_LOG_COLUMNS;
  let breaks = 0;
  let latest = 0;
  const breakBefore = (seconds: number): void => {
    for (; (head.breaks[breaks] ?? Number.POSITIVE_INFINITY) < seconds; breaks += 1)
      analyzer.addBreak();
  };
  for await (const rows of pieces) {
    for (const { time, face } of readLogRows(rows, columns)) {
      breakBefore(time);
      if (face === null) analyzer.addMissingFace(time);
      else analyzer.addEmotionData(face.emotions, face.box, time, face.details ?? undefined);
      latest = time;
    }
  }
  // Those after the last row: the session was stopped while it was paused.
  if (breaks < head.breaks.length) analyzer.addBreak();
  analyzer.setQuestions(closeQuestions(head.questions, latest));
  return analyzer.getSessionSummary();
}

/** Questions as the analyzer takes them: one that is still up ends with the last frame. */
function closeQuestions(
  questions: readonly AskedQuestion[],
  latest: number,
): { prompt: string; start: number; end: number }[] {
  return questions.map(({ prompt, start, end }) => ({
    prompt,
    start,
    end: end ?? Math.max(start, latest),
  }));
}
