import { type Box, type Emotion, type EmotionScores, PoiseError } from '@poise/core';
import { applyBaseline, baselineShift } from './baseline.js';
import { confidenceLevelEntry, type Rgb } from './confidence-levels.js';
import { checkedScores } from './emotion-scores.js';
import { checkedBox } from './face-stability.js';
import { FEEDBACK_SENTENCES, type FeedbackCode, feedbackCodeFor } from './feedback.js';
import {
  type CheckedOptions,
  checkOptions,
  type InterviewEmotionAnalyzerOptions,
} from './options.js';
import { checkQuestions, type SessionQuestion } from './questions.js';
import { saveSummary } from './save-summary.js';
import type { ConfidenceLevel, SessionSummary } from './schema.js';
import { SessionRecord } from './session-record.js';
import { type Baseline, summarize } from './summarize.js';

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
  #baseline: Baseline | null = null;
  #questions: readonly SessionQuestion[] = [];

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
   * @throws PoiseError OPTION_INVALID after the first frame, EMOTIONS_INVALID when a reading is not
   * valid.
   */
  setBaseline(resting: readonly EmotionScores[], seconds: number): void {
    if (this.#record.clock.frames > 0)
      throw new PoiseError('OPTION_INVALID', 'setBaseline must come before the first frame');
    if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0)
      throw new PoiseError('OPTION_INVALID', `seconds must be above 0, got ${String(seconds)}`);
    this.#baseline = { seconds, shift: baselineShift(resting) };
  }

  /**
   * Adds a frame that shows a face.
   *
   * @param emotions - the seven scores, finite and 0 or more; they are made to sum to 1.
   * @param faceBox - the face in frame pixels, for face stability.
   * @param timestamp - seconds on any clock that does not go backwards. The same time again counts
   * as a frame but does not move the smoothed scores. When it is left out, the time since the first
   * call.
   * @throws PoiseError EMOTIONS_INVALID, TIMESTAMP_INVALID, or OPTION_INVALID for the box.
   */
  addEmotionData(emotions: EmotionScores, faceBox?: Box | null, timestamp?: number): FrameAnalysis {
    const raw = checkedScores(emotions);
    const box = faceBox === undefined || faceBox === null ? null : checkedBox(faceBox);
    const time = this.#record.clock.check(timestamp);
    const shifted = this.#baseline === null ? raw : applyBaseline(raw, this.#baseline.shift);
    const { smoothed, score, dominant } = this.#record.addFace(shifted, box, time);
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
    };
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

  /** The session so far, as it is exported. It may be asked for at any time and changes nothing. */
  getSessionSummary(): SessionSummary {
    return summarize(this.#record, this.#options, this.#baseline, this.#questions);
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
