import type { InterviewEmotionAnalyzer } from '@poise/session';
import type { SessionHead } from '../storage/records.js';

/**
 * Tells an analyzer what was read of the person before the first question: the resting face, with
 * its eyes on the camera, and the look at the questions' place.
 */
export function setPersonOf(
  { baseline, questionLook }: Pick<SessionHead, 'baseline' | 'questionLook'>,
  analyzer: InterviewEmotionAnalyzer,
): void {
  if (baseline === null) return;
  const { readings, seconds, details = [] } = baseline;
  analyzer.setBaseline(readings, seconds, { details });
  if (details.length === 0) return;
  const question = questionLook ?? [];
  analyzer.setCalibration({ camera: details, ...(question.length === 0 ? {} : { question }) });
}
