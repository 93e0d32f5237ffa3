import type { CalibrationOutcome, InterviewEmotionAnalyzer } from '@poise/session';
import type { SessionHead } from '../storage/records.js';

/**
 * Tells an analyzer what was read of the person before the first question: the resting face, with
 * its eyes on the camera, and the look at the questions' place.
 *
 * @returns what it could use of the looks; null where none was read.
 */
export function setPersonOf(
  { baseline, questionLook }: Pick<SessionHead, 'baseline' | 'questionLook'>,
  analyzer: InterviewEmotionAnalyzer,
): CalibrationOutcome | null {
  if (baseline === null) return null;
  const { readings, seconds, details = [] } = baseline;
  analyzer.setBaseline(readings, seconds, { details });
  if (details.length === 0) return null;
  const question = questionLook ?? [];
  return analyzer.setCalibration({
    camera: details,
    ...(question.length === 0 ? {} : { question }),
  });
}
