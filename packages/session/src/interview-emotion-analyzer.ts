import {
  type Box,
  dominantEmotion,
  type Emotion,
  type EmotionScores,
  PoiseError,
} from '@poise/core';
import { applyBaseline } from './baseline.js';
import { refuse } from './check-option.js';
import { confidenceLevelEntry, type Rgb } from './confidence-levels.js';
import { checkedScores } from './emotion-scores.js';
import { frameConfidence } from './expression-weights.js';
import { checkedBox } from './face-stability.js';
import type { FacingState } from './face-windows.js';
import { type CalibrationLooks, type CalibrationOutcome, regionOfLooks } from './facing-region.js';
import { FEEDBACK_SENTENCES, type FeedbackCode, feedbackCodeFor } from './feedback.js';
import { checkedDetails, checkedDetailsList, type FrameDetails } from './frame-details.js';
import {
  type CheckedOptions,
  checkOptions,
  type InterviewEmotionAnalyzerOptions,
} from './options.js';
import { checkOthersInView, type OthersInView } from './others-in-view.js';
import {
  type BaselineOptions,
  type PersonalBaseline,
  personalBaseline,
} from './personal-baseline.js';
import { checkQuestions, type SessionQuestion } from './questions.js';
import { saveSummary } from './save-summary.js';
import type { ConfidenceLevel, SessionSummary } from './schema.js';
import { type ScoredFrame, SessionRecord } from './session-record.js';
import { summarize } from './summarize.js';

/** What {@link InterviewEmotionAnalyzer.addEmotionData} says about a frame. */
export interface FrameAnalysis {
  /** The scores as they were given, made to sum to 1. */
  readonly rawEmotions: EmotionScores;
  /** The scores after the personal baseline and the smoothing; they sum to 1. */
  readonly smoothedEmotions: EmotionScores;
  /** The confidence score of the smoothed scores, 0–1. */
  readonly confidenceScore: number;
  /** The level of the score. */
  readonly confidenceLevel: ConfidenceLevel;
  /** The expression with the highest smoothed score. */
  readonly dominantEmotion: Emotion;
  /** One sentence about what the camera sees. */
  readonly feedback: string;
  /** The name of that sentence, which stays, for saying it in another language. */
  readonly feedbackCode: FeedbackCode;
  /** The colour of the level: red, green, blue, 0–255. */
  readonly color: Rgb;
  /**
   * Whether the frame counts as evidence. When the face shows too little to be read it does not, and
   * then the smoothed scores, and all that follows from them, are those of the last frame that did.
   */
  readonly isEvidence: boolean;
  /** Whether the person faced the camera in the last whole half second; `unsure` without details. */
  readonly facing: FacingState;
}

/**
 * Follows a practice interview: expression scores of one face go in, frame by frame; smoothed
 * scores and a confidence score come out at once, and a summary at any time.
 *
 * It is about expressions that are shown, for the person who shows them. A call that throws leaves
 * the analyzer as it was.
 *
 * @example
 * const analyzer = new InterviewEmotionAnalyzer();
 * for (const { emotions, box, timestamp } of faces) analyzer.addEmotionData(emotions, box, timestamp);
 * const summary = analyzer.getSessionSummary();
 */
export class InterviewEmotionAnalyzer {
  readonly #options: CheckedOptions;
  readonly #record: SessionRecord;
  #baseline: PersonalBaseline | null = null;
  #questions: readonly SessionQuestion[] = [];
  #others: OthersInView | null = null;

  /**
   * @param options - see {@link InterviewEmotionAnalyzerOptions}.
   * @throws PoiseError OPTION_INVALID that names the option and its value.
   */
  constructor(options: InterviewEmotionAnalyzerOptions = {}) {
    this.#options = checkOptions(options);
    this.#record = new SessionRecord(this.#options);
  }

  /**
   * Sets the personal baseline from readings of the resting face; without it nothing is shifted.
   *
   * @param resting - scores of the resting face, at least one reading.
   * @param seconds - how long they were collected, above 0.
   * @param options - where it comes from, and what the resting face shows beside its expression:
   * the open eyes for blinks, the mouth for smiles, the pose for head movement, and, until
   * {@link InterviewEmotionAnalyzer.setCalibration} says it better, where the person looks.
   * @throws PoiseError OPTION_INVALID after the first frame, or for the seconds or an option;
   * EMOTIONS_INVALID when a reading is not valid.
   */
  setBaseline(
    resting: readonly EmotionScores[],
    seconds: number,
    options: BaselineOptions = {},
  ): void {
    this.#checkNotBegun('setBaseline');
    this.#baseline = personalBaseline(resting, seconds, options);
    this.#record.setPerson(this.#baseline.person);
  }

  /**
   * Learns what facing the camera is for this person, from their look at the camera and, when it was
   * recorded, at the question. The last call that can be used counts.
   *
   * @param looks - readings of each look: half a second or more of face and eyes.
   * @returns what could be used, so that the person can be asked once more.
   * @throws PoiseError OPTION_INVALID after the first frame, or for a reading that is not valid.
   */
  setCalibration(looks: CalibrationLooks): CalibrationOutcome {
    this.#checkNotBegun('setCalibration');
    if (typeof looks !== 'object' || looks === null) refuse('looks', 'an object', looks);
    const camera = checkedDetailsList(looks.camera, 'looks.camera');
    const { region, outcome } = regionOfLooks(
      looks.question === undefined
        ? { camera }
        : { camera, question: checkedDetailsList(looks.question, 'looks.question') },
    );
    if (region !== null) this.#record.setRegion(region);
    return outcome;
  }

  #checkNotBegun(call: string): void {
    if (this.#record.clock.frames > 0)
      throw new PoiseError('OPTION_INVALID', `${call} must come before the first frame`);
  }

  /**
   * Adds a frame that shows a face.
   *
   * @param emotions - the seven scores, finite and 0 or more; they are made to sum to 1.
   * @param faceBox - the face in frame pixels, for face stability.
   * @param timestamp - seconds on any clock that does not go backwards. The same time again counts
   * as a frame but does not move the smoothed scores. When it is left out, the time since the first
   * call.
   * @param details - pose, eyes, mouth and quality of the face, for the figures of presence. A face
   * whose quality is under `MINIMUM_FACE_QUALITY` counts as seen, but not as evidence.
   * @throws PoiseError EMOTIONS_INVALID, TIMESTAMP_INVALID, or OPTION_INVALID for box or details.
   */
  addEmotionData(
    emotions: EmotionScores,
    faceBox?: Box | null,
    timestamp?: number,
    details?: FrameDetails | null,
  ): FrameAnalysis {
    const raw = checkedScores(emotions);
    const box = faceBox === undefined || faceBox === null ? null : checkedBox(faceBox);
    const face = { box, details: checkedDetails(details) };
    const time = this.#record.clock.check(timestamp);
    const shifted = this.#baseline === null ? raw : applyBaseline(raw, this.#baseline.shift);
    const added = this.#record.addFace(shifted, face, time);
    const { smoothed, score, dominant } = added ?? this.#record.latest ?? unsmoothed(shifted);
    const { level, color } = confidenceLevelEntry(score);
    const feedbackCode = feedbackCodeFor(level, dominant);
    return {
      rawEmotions: raw,
      smoothedEmotions: smoothed,
      confidenceScore: score,
      confidenceLevel: level,
      dominantEmotion: dominant,
      feedback: FEEDBACK_SENTENCES[feedbackCode],
      feedbackCode,
      color,
      isEvidence: added !== null,
      facing: this.#record.presence.facing,
    };
  }

  /**
   * Says where a recording begins, when its first picture comes later because what is before it
   * cannot be read: times count from here, and what is between has no pictures.
   *
   * @param start - seconds on the clock of the timestamps, not after the first of them.
   * @throws PoiseError OPTION_INVALID after the first frame, for a start that is not finite, and when
   * the source is no recording.
   */
  beginAt(start: number): void {
    this.#checkNotBegun('beginAt');
    if (!Number.isFinite(start)) refuse('start', 'a number of seconds', start);
    if (this.#options.source.kind !== 'recording')
      refuse('source.kind', '"recording" for beginAt', this.#options.source.kind);
    this.#record.clock.beginAt(start);
  }

  /**
   * Adds a frame that shows no face.
   *
   * @param timestamp - as for {@link InterviewEmotionAnalyzer.addEmotionData}.
   * @throws PoiseError TIMESTAMP_INVALID.
   */
  addMissingFace(timestamp?: number): void {
    this.#record.addMissing(this.#record.clock.check(timestamp));
  }

  /**
   * Says that the session is paused after the last frame. Timestamps go on where they were, without
   * the pause, but nothing that was shown before is carried over it: smoothing starts afresh,
   * moments end, and movement is not measured across it. It is no absence. Before the first frame,
   * or a second time, it does nothing.
   */
  addBreak(): void {
    this.#record.addBreak();
  }

  /**
   * Says which question was to be answered when, so that the summary has each on its own. It may be
   * called at any time; the last call counts.
   *
   * @param questions - in order of time and not overlapping, on the clock of the timestamps.
   * @throws PoiseError OPTION_INVALID that names the question and what is wrong with it.
   */
  setQuestions(questions: readonly SessionQuestion[]): void {
    this.#questions = checkQuestions(questions);
  }

  /**
   * Says who else was in view, so that the summary has it. Frames in which somebody else was there
   * and this person was not are added by {@link InterviewEmotionAnalyzer.addMissingFace} all the
   * same. It may be called at any time; the last call counts.
   *
   * @param others - counts of people, and seconds of 0 or more.
   * @throws PoiseError OPTION_INVALID that names what is wrong.
   */
  setOthersInView(others: OthersInView): void {
    this.#others = checkOthersInView(others);
  }

  /** The session so far, as it is exported. It may be asked for at any time and changes nothing. */
  getSessionSummary(): SessionSummary {
    return summarize(this.#record, this.#options, this.#baseline, this.#questions, this.#others);
  }

  /**
   * Writes the summary as JSON (Node only): the whole file or none of it.
   *
   * @param path - the folder (`outputs/` when not given), made when it is missing; or a file whose
   * name ends in `.json`.
   * @returns the path of the file, `interview_session_<session_id>.json` in the folder.
   * @throws PoiseError OUTPUT_UNWRITABLE when it cannot be written.
   */
  async saveSessionData(path?: string): Promise<string> {
    return saveSummary(this.getSessionSummary(), path);
  }
}

/** What a frame alone comes to, before there is anything to smooth it with. */
function unsmoothed(smoothed: EmotionScores): ScoredFrame {
  return { smoothed, score: frameConfidence(smoothed), dominant: dominantEmotion(smoothed) };
}
