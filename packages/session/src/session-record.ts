import { type Box, dominantEmotion, type Emotion, type EmotionScores } from '@poise/core';
import { BinSeries } from './bins.js';
import { EventDetector } from './event-detector.js';
import { frameConfidence } from './expression-weights.js';
import { ExpressionSpread } from './expressiveness.js';
import { BoxMovement } from './face-stability.js';
import { FrameClock, type FrameTime } from './frame-clock.js';
import type { CheckedOptions } from './options.js';
import { Presence } from './presence.js';
import { RunningStatistics } from './running-statistics.js';
import { SMILE_RULES } from './smile.js';
import { TimeSmoother } from './smoother.js';
import { TensionDetector } from './tension.js';

/** What one frame with a face came to. */
export interface ScoredFrame {
  readonly smoothed: EmotionScores;
  readonly score: number;
  readonly dominant: Emotion;
}

/** Everything that a session remembers, fed with checked input. Its size does not depend on the frame rate. */
export class SessionRecord {
  readonly clock: FrameClock;
  readonly bins = new BinSeries();
  readonly presence = new Presence();
  readonly statistics = new RunningStatistics();
  readonly spread = new ExpressionSpread();
  readonly movement = new BoxMovement();
  readonly tension = new TensionDetector();
  readonly smiles = new EventDetector(SMILE_RULES);
  readonly #window: CheckedOptions['window'];
  readonly #smoother = new TimeSmoother();
  readonly #breaks: number[] = [];
  #lastFace: number | null = null;
  #paused = false;

  constructor(options: Pick<CheckedOptions, 'window' | 'now'>) {
    this.clock = new FrameClock(options.now);
    this.#window = options.window;
  }

  /** Adds a frame with a face; the scores are probabilities. */
  addFace(scores: EmotionScores, box: Box | null, time: FrameTime): ScoredFrame {
    this.#advance(true, time);
    const at = time.elapsed;
    const dt = this.#lastFace === null ? 0 : at - this.#lastFace;
    this.#lastFace = at;
    const smoothed = this.#smoother.add(scores, dt, this.#windowSeconds());
    const score = frameConfidence(smoothed);
    this.bins.add(at, { score, emotions: smoothed });
    this.statistics.add(score);
    this.spread.add(smoothed);
    this.tension.add(smoothed, at, dt);
    this.smiles.add(at, smoothed.happy);
    if (box !== null) this.movement.add(box, at);
    return { smoothed, score, dominant: dominantEmotion(smoothed) };
  }

  /** Adds a frame without a face. */
  addMissing(time: FrameTime): void {
    this.#advance(false, time);
    this.bins.add(time.elapsed, null);
  }

  /** Marks a pause after the last frame; before the first frame, or a second time, it does nothing. */
  addBreak(): void {
    if (this.#paused || this.clock.frames === 0) return;
    this.#paused = true;
    this.#breaks.push(this.clock.elapsed);
    this.presence.interrupt();
    this.movement.interrupt();
    this.#forget();
  }

  /** The pauses, in seconds since the first frame. */
  get breaks(): readonly number[] {
    return this.#breaks;
  }

  #advance(face: boolean, time: FrameTime): void {
    this.#paused = false;
    const returned = this.presence.add(face, time.elapsed, this.clock.usualInterval);
    this.clock.advance(time);
    if (returned) this.#forget();
  }

  /** What was shown before an absence or a pause says nothing about what is shown after it. */
  #forget(): void {
    this.#smoother.reset();
    this.tension.interrupt();
    this.smiles.interrupt();
    this.#lastFace = null;
  }

  #windowSeconds(): number {
    if (this.#window.unit === 'seconds') return this.#window.seconds;
    return this.#window.frames * (this.clock.usualInterval ?? 0);
  }
}
