import { type Box, dominantEmotion, type Emotion, type EmotionScores } from '@poise/core';
import { BinSeries } from './bins.js';
import { frameConfidence } from './expression-weights.js';
import { ExpressionSpread } from './expressiveness.js';
import { ABSENCE_SECONDS, FaceAbsences, type FacePresence } from './face-absence.js';
import { BoxMovement } from './face-stability.js';
import type { FacingRegion } from './facing-region.js';
import { FrameClock, type FrameTime } from './frame-clock.js';
import type { FrameDetails } from './frame-details.js';
import type { CheckedOptions } from './options.js';
import { type PresenceFrame, PresenceRecord } from './presence-record.js';
import { QualityGate } from './quality-gate.js';
import type { RestingPerson } from './resting-person.js';
import { RunningStatistics } from './running-statistics.js';
import { SmileDetector } from './smiles.js';
import { TimeSmoother } from './smoother.js';
import { TensionDetector } from './tension.js';

/** What one frame with a face came to. */
export interface ScoredFrame {
  readonly smoothed: EmotionScores;
  readonly score: number;
  readonly dominant: Emotion;
}

/** Where a face is and what it shows beyond its expression, as far as it is known. */
export interface SeenFace {
  readonly box: Box | null;
  readonly details: FrameDetails | null;
}

/** Everything that a session remembers, fed with checked input. Its size does not depend on the frame rate. */
export class SessionRecord {
  readonly clock: FrameClock;
  readonly bins = new BinSeries();
  readonly absences: FaceAbsences;
  readonly statistics = new RunningStatistics();
  readonly spread = new ExpressionSpread();
  readonly movement = new BoxMovement();
  readonly tension = new TensionDetector();
  readonly smiles = new SmileDetector();
  readonly presence = new PresenceRecord();
  readonly gate = new QualityGate();
  readonly #window: CheckedOptions['window'];
  readonly #smoother = new TimeSmoother();
  readonly #breaks: number[] = [];
  #lastFace: number | null = null;
  #withoutSince: number | null = null;
  #latest: ScoredFrame | null = null;
  #paused = false;

  constructor({ now, window, source }: Pick<CheckedOptions, 'now' | 'window' | 'source'>) {
    this.clock = new FrameClock(now);
    this.absences = new FaceAbsences(source.kind === 'recording');
    this.#window = window;
  }

  /** Sets what the resting face tells of the person, before the first frame. */
  setPerson(person: RestingPerson): void {
    this.presence.setPerson(person);
    this.smiles.setRest(person.mouth);
  }

  /** Sets where the person looks who faces the camera, before the first frame. */
  setRegion(region: FacingRegion): void {
    this.presence.setRegion(region);
  }

  /**
   * Adds a frame with a face; the scores are probabilities. One whose quality is too low is seen but
   * does not count.
   *
   * @returns what the frame came to; null when it does not count.
   */
  addFace(scores: EmotionScores, face: SeenFace, time: FrameTime): ScoredFrame | null {
    const { box, details } = face;
    if (details !== null && !this.gate.judge(details.quality)) {
      this.#addWithout('poor', time);
      return null;
    }
    this.#advance('counts', time);
    const at = time.elapsed;
    if (this.#withoutSince !== null && at - this.#withoutSince >= ABSENCE_SECONDS) this.#forget();
    this.#withoutSince = null;
    const dt = this.#lastFace === null ? 0 : at - this.#lastFace;
    this.#lastFace = at;
    const smoothed = this.#smoother.add(scores, dt, this.#windowSeconds());
    const score = frameConfidence(smoothed);
    this.bins.add(at, { score, emotions: smoothed });
    this.statistics.add(score);
    this.spread.add(smoothed);
    this.tension.add(smoothed, at, dt);
    this.smiles.add(at, smoothed.happy, details?.mouth ?? null);
    this.presence.add({ time: at, ...this.#intervals, face });
    if (box !== null) this.movement.add(box, at);
    this.#latest = { smoothed, score, dominant: dominantEmotion(smoothed) };
    return this.#latest;
  }

  /** Adds a frame without a face. */
  addMissing(time: FrameTime): void {
    this.#addWithout('none', time);
  }

  /** What the last frame that counted came to; null before it, and after an absence or a pause. */
  get latest(): ScoredFrame | null {
    return this.#latest;
  }

  /** Marks a pause after the last frame; before the first frame, or a second time, it does nothing. */
  addBreak(): void {
    if (this.#paused || this.clock.frames === 0) return;
    this.#paused = true;
    this.#breaks.push(this.clock.elapsed);
    this.absences.interrupt();
    this.movement.interrupt();
    this.#withoutSince = null;
    this.#forget();
  }

  /** The pauses, in seconds since the first frame. */
  get breaks(): readonly number[] {
    return this.#breaks;
  }

  /** A frame that shows no face, or one that does not count. */
  #addWithout(kind: Exclude<FacePresence, 'counts'>, time: FrameTime): void {
    this.#advance(kind, time);
    this.#withoutSince ??= time.elapsed;
    const face = kind === 'poor' ? 'poor' : null;
    this.bins.add(time.elapsed, face);
    this.presence.add({ time: time.elapsed, ...this.#intervals, face });
  }

  get #intervals(): Pick<PresenceFrame, 'usualInterval' | 'meanInterval'> {
    const { usualInterval, meanInterval } = this.clock;
    return { usualInterval, meanInterval };
  }

  #advance(face: FacePresence, time: FrameTime): void {
    this.#paused = false;
    const returned = this.absences.add(face, time.elapsed, this.clock.usualInterval);
    this.clock.advance(time);
    if (returned) this.#forget();
  }

  /** What was shown before an absence or a pause says nothing about what is shown after it. */
  #forget(): void {
    this.#smoother.reset();
    this.tension.interrupt();
    this.smiles.interrupt();
    this.presence.interrupt();
    this.#latest = null;
    this.#lastFace = null;
  }

  #windowSeconds(): number {
    if (this.#window.unit === 'seconds') return this.#window.seconds;
    return this.#window.frames * (this.clock.usualInterval ?? 0);
  }
}
