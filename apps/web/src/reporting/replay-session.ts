import { setCalmestBaseline } from '@poise/analysis';
import { InterviewEmotionAnalyzer, ReadingLog, type SessionSummary } from '@poise/session';
import { setPersonOf } from '../practice/set-person.js';
import type { AskedQuestion, SessionHead } from '../storage/records.js';
import { PLAIN_LOG_COLUMNS, readLogRows } from '../storage/session-log.js';

/**
 * Makes the summary of a session from its log. It serves a session that was stopped and one whose tab
 * was killed alike. Where no resting face was read first, that of the calmest stretch is taken.
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
  const readings = await readLog(pieces, head.logColumns ?? PLAIN_LOG_COLUMNS);
  setPersonOf(head, analyzer);
  if (head.baseline === null) setCalmestBaseline(analyzer, readings);
  let breaks = 0;
  let latest = 0;
  const breakBefore = (seconds: number): void => {
    for (; (head.breaks[breaks] ?? Number.POSITIVE_INFINITY) < seconds; breaks += 1)
      analyzer.addBreak();
  };
  for (const { time, face } of readings) {
    breakBefore(time);
    if (face === null) analyzer.addMissingFace(time);
    else analyzer.addEmotionData(face.emotions, face.box, time, face.details);
    latest = time;
  }
  // Those after the last row: the session was stopped while it was paused.
  if (breaks < head.breaks.length) analyzer.addBreak();
  analyzer.setQuestions(closeQuestions(head.questions, latest));
  return analyzer.getSessionSummary();
}

async function readLog(pieces: AsyncIterable<Float64Array>, columns: number): Promise<ReadingLog> {
  const log = new ReadingLog();
  for await (const rows of pieces)
    for (const reading of readLogRows(rows, columns)) log.push(reading);
  return log;
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
