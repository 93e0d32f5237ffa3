import { type EmotionScores, PoiseError } from '@poise/core';
import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import { type Observation, observe } from './observe.js';
import type { FrameMoment, RecordedFrames, RecordingDetector, SecondsRange } from './recording.js';

/** What a summary says of where its session comes from. */
export interface RecordingIdentity {
  /** The recording's file name, as a summary keeps it. */
  readonly name: string;
  readonly sessionId: string;
  readonly startedAt: Date;
}

/** How a recording is to be analysed. */
export interface RecordingOptions {
  /** Frames a second to look at. */
  readonly fps: number;
  /** How many faces the detector looks at. */
  readonly maxFaces: number;
  /** Where the resting face is; nothing is shifted without it. */
  readonly baseline: SecondsRange | undefined;
  /** What errors call the baseline, for example the option that set it; `baseline` when left out. */
  readonly baselineName?: string;
  readonly signal: AbortSignal;
  /** Called with the seconds of the recording that are done. */
  onProgress(seconds: number): void;
  /** Called with what each frame shows, before {@link RecordingOptions.onProgress}. */
  onObservation?(observation: Observation): void;
}

/** People give whole seconds: up to one more than there is, the stretch ends with the recording. */
const LENGTH_TOLERANCE_SECONDS = 1;

async function setBaseline<F extends FrameMoment>(
  analyzer: InterviewEmotionAnalyzer,
  source: RecordedFrames<F>,
  detector: RecordingDetector<F>,
  range: SecondsRange,
  { fps, maxFaces, signal, baselineName = 'baseline' }: RecordingOptions,
): Promise<void> {
  const { duration } = source.info;
  const refuse = (hint: string): PoiseError =>
    new PoiseError('OPTION_INVALID', `${baselineName} ${range.start}-${range.end}`, { hint });
  // A live recording may state no length; then its frames tell.
  if (duration > 0 && range.end > duration + LENGTH_TOLERANCE_SECONDS) {
    const seconds = Math.round(duration * 10) / 10;
    throw refuse(`The recording ends after ${seconds} s: give a stretch within it.`);
  }
  const resting: EmotionScores[] = [];
  const frames = source.frames({ fps, signal, ...range });
  for await (const { face } of observe(frames, detector, maxFaces)) {
    if (face !== undefined) resting.push(face.emotions);
  }
  if (resting.length === 0) {
    throw refuse(
      'No face is seen in these seconds: give a stretch in which your resting face is seen.',
    );
  }
  // The seconds in which the face is really seen: a recording of fewer frames a second gives fewer.
  const rate = Math.min(fps, source.info.frameRate ?? fps);
  analyzer.setBaseline(resting, Math.min(resting.length / rate, range.end - range.start));
  await detector.reset();
}

/**
 * Takes a recording from its frames to the summary of the session.
 *
 * @param source - its frames; read once, and once more over the baseline.
 * @param detector - used by nobody else meanwhile: it keeps to the faces that it has seen.
 * @throws PoiseError CANCELLED when the signal is aborted; OPTION_INVALID when the baseline lies
 * beyond the recording or no face is seen in it; what decoding and detecting throw.
 */
export async function analyzeRecording<F extends FrameMoment>(
  source: RecordedFrames<F>,
  detector: RecordingDetector<F>,
  { name, sessionId, startedAt }: RecordingIdentity,
  options: RecordingOptions,
): Promise<SessionSummary> {
  const analyzer = new InterviewEmotionAnalyzer({
    sessionId,
    startedAt,
    source: { kind: 'recording', name },
    model: {
      expression: detector.info.expressionModel,
      faceDetector: detector.info.faceDetector,
    },
  });
  await detector.reset();
  const { baseline, fps, maxFaces, signal } = options;
  if (baseline !== undefined) await setBaseline(analyzer, source, detector, baseline, options);
  const frames = source.frames({ fps, signal });
  for await (const observation of observe(frames, detector, maxFaces)) {
    const { timestamp, face } = observation;
    if (face === undefined) analyzer.addMissingFace(timestamp);
    else analyzer.addEmotionData(face.emotions, face.box, timestamp);
    options.onObservation?.(observation);
    options.onProgress(timestamp);
  }
  return analyzer.getSessionSummary();
}
