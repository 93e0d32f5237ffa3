import { type EmotionScores, PoiseError } from '@poise/core';
import type { FrameSource } from '@poise/media';
import { formatDuration } from '@poise/report';
import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import type { SecondsRange } from '../option-values.js';
import type { RecordingDetector } from './detector-source.js';
import { observe } from './observe.js';
import type { SessionSlot } from './session-slot.js';

/** How a recording is to be analysed. */
export interface RecordingOptions {
  /** Frames a second to look at. */
  readonly fps: number;
  /** How many faces the detector looks at. */
  readonly maxFaces: number;
  /** Where the resting face is; nothing is shifted without it. */
  readonly baseline: SecondsRange | undefined;
  readonly signal: AbortSignal;
  /** Called with the seconds of the recording that are done. */
  onProgress(seconds: number): void;
}

/** People give whole seconds: up to one more than there is, the stretch ends with the recording. */
const LENGTH_TOLERANCE_SECONDS = 1;

async function setBaseline(
  analyzer: InterviewEmotionAnalyzer,
  source: FrameSource,
  detector: RecordingDetector,
  range: SecondsRange,
  { fps, maxFaces, signal }: RecordingOptions,
): Promise<void> {
  const { duration } = source.info;
  // A live recording may state no length; then its frames tell.
  if (duration > 0 && range.end > duration + LENGTH_TOLERANCE_SECONDS) {
    throw new PoiseError('OPTION_INVALID', `--baseline ${range.start}-${range.end}`, {
      hint: `The recording ends after ${formatDuration(duration)}: give a stretch within it.`,
    });
  }
  const resting: EmotionScores[] = [];
  const frames = source.frames({ fps, signal, ...range });
  for await (const { face } of observe(frames, detector, maxFaces)) {
    if (face !== undefined) resting.push(face.emotions);
  }
  if (resting.length === 0) {
    throw new PoiseError('OPTION_INVALID', `--baseline ${range.start}-${range.end}`, {
      hint: 'No face is seen in these seconds: give a stretch in which your resting face is seen.',
    });
  }
  // The seconds in which the face is really seen: a recording of fewer frames a second gives fewer.
  const rate = Math.min(fps, source.info.frameRate ?? fps);
  analyzer.setBaseline(resting, Math.min(resting.length / rate, range.end - range.start));
  await detector.reset();
}

/**
 * Takes a recording from its frames to the summary of the session.
 *
 * @throws PoiseError CANCELLED when the signal is aborted; OPTION_INVALID when no face is seen in
 * the seconds of the baseline; what decoding and detecting throw.
 */
export async function analyzeRecording(
  source: FrameSource,
  detector: RecordingDetector,
  slot: SessionSlot,
  options: RecordingOptions,
): Promise<SessionSummary> {
  const analyzer = new InterviewEmotionAnalyzer({
    sessionId: slot.sessionId,
    startedAt: slot.startedAt,
    source: { kind: 'recording', name: slot.name },
    model: {
      expression: detector.info.expressionModel,
      faceDetector: detector.info.faceDetector,
    },
  });
  await detector.reset();
  const { baseline, fps, maxFaces, signal } = options;
  if (baseline !== undefined) await setBaseline(analyzer, source, detector, baseline, options);
  const frames = source.frames({ fps, signal });
  for await (const { timestamp, face } of observe(frames, detector, maxFaces)) {
    if (face === undefined) analyzer.addMissingFace(timestamp);
    else analyzer.addEmotionData(face.emotions, face.box, timestamp);
    options.onProgress(timestamp);
  }
  return analyzer.getSessionSummary();
}
