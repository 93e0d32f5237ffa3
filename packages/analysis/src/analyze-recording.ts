import { PoiseError } from '@poise/core';
import { InterviewEmotionAnalyzer, ReadingLog, type SessionSummary } from '@poise/session';
import { type Observation, observe } from './observe.js';
import {
  feedReadings,
  readingOf,
  SHORTEST_BASELINE_SECONDS,
  setBaselineFromReadings,
  setCalmestBaseline,
} from './readings.js';
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
  /**
   * Where the resting face is. Left out, the calmest stretch of the recording is taken, if there is
   * one; with `none`, nothing is shifted.
   */
  readonly baseline: SecondsRange | 'none' | undefined;
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

/** Seconds to a tenth: "53.5", "20". */
const formatTenths = (seconds: number): string => String(Math.round(seconds * 10) / 10);

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
    throw refuse(`The recording ends after ${formatTenths(duration)} s: give a stretch within it.`);
  }
  const resting = new ReadingLog();
  const frames = source.frames({ fps, signal, ...range });
  for await (const observation of observe(frames, detector, maxFaces))
    resting.push(readingOf(observation));
  // A recording of fewer frames a second gives fewer.
  const rate = Math.min(fps, source.info.frameRate ?? fps);
  const seconds = setBaselineFromReadings(analyzer, resting, range, rate);
  if (seconds < SHORTEST_BASELINE_SECONDS) {
    const seen =
      seconds === 0
        ? 'No face is seen in these seconds'
        : `Your face can be read for only ${formatTenths(seconds)} s of these seconds`;
    throw refuse(
      `${seen}: give a stretch in which your resting face is seen for ${SHORTEST_BASELINE_SECONDS} s or more.`,
    );
  }
  await detector.reset();
}

/**
 * Takes a recording from its frames to the summary of the session. The readings of all frames are
 * kept (15 MB for an hour at 15 frames a second) until the resting face is known, and analysed then.
 *
 * @param source - its frames; read once, and once more over the baseline.
 * @param detector - used by nobody else meanwhile: it keeps to the faces that it has seen.
 * @throws PoiseError CANCELLED when the signal is aborted; OPTION_INVALID when the baseline lies
 * beyond the recording or the face is seen in it for less than two seconds; what decoding and detecting throw.
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
  if (baseline !== undefined && baseline !== 'none')
    await setBaseline(analyzer, source, detector, baseline, options);
  const readings = new ReadingLog();
  const frames = source.frames({ fps, signal });
  for await (const observation of observe(frames, detector, maxFaces)) {
    readings.push(readingOf(observation));
    options.onObservation?.(observation);
    options.onProgress(observation.timestamp);
  }
  if (baseline === undefined) setCalmestBaseline(analyzer, readings);
  feedReadings(analyzer, readings);
  return analyzer.getSessionSummary();
}
