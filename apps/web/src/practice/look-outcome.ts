import { InterviewEmotionAnalyzer } from '@poise/session';
import type { Look, LookObstacle } from './look-reader.js';
import { setPersonOf } from './set-person.js';

/** What is read before the first question. */
export type LookName = 'baseline' | 'question-look';

/**
 * What came of a look. `too_few`: the pictures were read too slowly. `eyes`: the face was read, but
 * the eyes could not be. `turned_away`: it points far to the side of the camera. `too_far`: the
 * questions stand so far from the camera that a look at them is one away from it.
 */
export type LookOutcome = 'read' | LookObstacle | 'eyes' | 'turned_away' | 'too_far';

/** A look that was tried, and what came of it. */
export interface ToldLook {
  readonly name: LookName;
  readonly outcome: LookOutcome;
}

/**
 * Says whether a session can use what was read to its end.
 *
 * @param questionLook - null while that is not read yet: then the look at the camera is judged.
 */
export function judgeLooks(baseline: Look, questionLook: Look | null): LookOutcome {
  const outcome = setPersonOf(
    { baseline, questionLook: questionLook?.details ?? [] },
    new InterviewEmotionAnalyzer(),
  );
  if (outcome === null || outcome.camera === 'unreadable') return 'eyes';
  if (outcome.camera === 'turned_away') return 'turned_away';
  if (questionLook === null || outcome.question === 'used') return 'read';
  return outcome.question === 'too_far' ? 'too_far' : 'eyes';
}
