import {
  ABSENCE_SECONDS,
  InterviewEmotionAnalyzer,
  ReadingLog,
  type SessionSummary,
} from '@poise/session';
import { GivenBaseline } from './given-baseline.js';
import { type Observation, observe } from './observe.js';
import { PeopleBeside } from './people/people-beside.js';
import { feedReadings, readingOf, setCalmestBaseline } from './readings.js';
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
  /**
   * Where the resting face is. Left out, the calmest stretch of the recording is taken, if there is
   * one; with `none`, nothing is shifted.
   */
  readonly baseline: SecondsRange | 'none' | undefined;
  /** What errors call the baseline, for example the option that set it; `baseline` when left out. */
  readonly baselineName?: string;
  /**
   * How many faces the detector follows at most (its `maxFaces`). Where so many people are in view at
   * once, the summary says that there may have been more. Left out, no bound is known.
   */
  readonly facesFollowed?: number;
  readonly signal: AbortSignal;
  /** Called with the seconds of the recording that are done. */
  onProgress(seconds: number): void;
}

/** {@link RecordingOptions} for a recording that may have other people in it. */
export interface ObservedOptions extends RecordingOptions {
  /** Whether everybody is read; false reads the candidate alone. */
  readonly everyoneAgreed: boolean;
  /** How many are read then at once at most, the candidate among them; all when left out. */
  readonly mostRead?: number;
  /** Counts who is in view; told of every frame. */
  readonly people: PeopleBeside;
  /**
   * Called with what each frame shows, before {@link RecordingOptions.onProgress}.
   *
   * @param nobody - the ids that turned out to be nobody: they were gone before they counted.
   */
  onObservation(observation: Observation, nobody: readonly number[]): void;
}

/**
 * Takes a recording from its frames to the summary of the session. The readings of all frames are
 * kept (15 MB for an hour at 15 frames a second) until the resting face is known, and analysed then.
 *
 * Of several people only the candidate is read: see `CandidateTracker` for who that is. The others
 * are counted. Frames without the candidate count as frames without a face, and the summary says how
 * long somebody else was in view meanwhile (`others_in_view`).
 *
 * @param source - its frames; read once.
 * @param detector - used by nobody else meanwhile: it keeps to the faces that it has seen. It should
 * follow {@link FACES_TO_FOLLOW} faces or more.
 * @throws PoiseError CANCELLED when the signal is aborted; OPTION_INVALID when the baseline lies
 * beyond the recording or the face is seen in it for less than two seconds; what decoding and detecting throw.
 */
export function analyzeRecording<F extends FrameMoment>(
  source: RecordedFrames<F>,
  detector: RecordingDetector<F>,
  identity: RecordingIdentity,
  options: RecordingOptions,
): Promise<SessionSummary> {
  return analyzeObserved(source, detector, identity, {
    ...options,
    everyoneAgreed: false,
    people: new PeopleBeside(),
    onObservation: () => undefined,
  });
}

/** {@link analyzeRecording}, which others may watch. */
export async function analyzeObserved<F extends FrameMoment>(
  source: RecordedFrames<F>,
  detector: RecordingDetector<F>,
  { name, sessionId, startedAt }: RecordingIdentity,
  options: ObservedOptions,
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
  const { baseline, baselineName = 'baseline', fps, signal, everyoneAgreed, people } = options;
  const { facesFollowed = Number.POSITIVE_INFINITY, mostRead = Number.POSITIVE_INFINITY } = options;
  const given =
    baseline === undefined || baseline === 'none'
      ? null
      : new GivenBaseline(baseline, source.info, { fps, name: baselineName });
  await detector.reset();
  const readings = new ReadingLog();
  for await (const observation of observe(
    source.frames({ fps, signal }),
    detector,
    everyoneAgreed ? mostRead : 1,
  )) {
    const { timestamp } = observation;
    readings.push(readingOf(observation));
    const nobody = people.add(observation);
    given?.setWhenRead(analyzer, readings, timestamp);
    options.onObservation(observation, nobody);
    options.onProgress(timestamp);
  }
  given?.setWhenRead(analyzer, readings, Number.POSITIVE_INFINITY);
  if (baseline === undefined) setCalmestBaseline(analyzer, readings);
  const [first] = readings;
  if (first !== undefined && first.time >= ABSENCE_SECONDS) analyzer.beginAt(0);
  feedReadings(analyzer, readings);
  analyzer.setOthersInView(people.counts(facesFollowed));
  return analyzer.getSessionSummary();
}
