import { type EmotionScores, PoiseError } from '@poise/core';
import type { FrameSource } from '@poise/media';
import { InterviewEmotionAnalyzer } from '@poise/session';
import type { EmotionDetector } from '@poise/vision';
import type { SecondsRange } from '../option-values.js';
import { observe } from './observe.js';
import type { SessionSlot } from './session-slot.js';

/** How a recording is to be analysed. */
export interface RecordingOptions {
  /** Frames a second to look at. */
  readonly fps: number;
  /** Where the resting face is; nothing is shifted without it. */
  readonly baseline: SecondsRange | undefined;
  readonly signal: AbortSignal;
  /** Called with the seconds of the recording that are done. */
  onProgress(seconds: number): void;
}

async function setBaseline(
  analyzer: InterviewEmotionAnalyzer,
  source: FrameSource,
  detector: EmotionDetector,
  range: SecondsRange,
  { fps, signal }: RecordingOptions,
): Promise<void> {
  const resting: EmotionScores[] = [];
  for await (const { face } of observe(source.frames({ fps, signal, ...range }), detector)) {
    if (face !== undefined) resting.push(face.emotions);
  }
  if (resting.length === 0) {
    throw new PoiseError('OPTION_INVALID', `--baseline ${range.start}-${range.end}`, {
      hint: 'No face is seen in these seconds: give a stretch in which your resting face is seen.',
    });
  }
  const end = Math.min(range.end, source.info.duration);
  analyzer.setBaseline(resting, Math.max(end - range.start, 1 / fps));
  await detector.reset();
}

/**
 * Takes a recording from its frames to a finished analyzer.
 *
 * @throws PoiseError CANCELLED when the signal is aborted; OPTION_INVALID when no face is seen in
 * the seconds of the baseline; what decoding and detecting throw.
 */
export async function analyzeRecording(
  source: FrameSource,
  detector: EmotionDetector,
  slot: SessionSlot,
  options: RecordingOptions,
): Promise<InterviewEmotionAnalyzer> {
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
  const { baseline, fps, signal } = options;
  if (baseline !== undefined) await setBaseline(analyzer, source, detector, baseline, options);
  for await (const { timestamp, face } of observe(source.frames({ fps, signal }), detector)) {
    if (face === undefined) analyzer.addMissingFace(timestamp);
    else analyzer.addEmotionData(face.emotions, face.box, timestamp);
    options.onProgress(timestamp);
  }
  return analyzer;
}
