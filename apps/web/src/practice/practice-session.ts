import { PoiseError } from '@poise/core';
import { isSmallFace } from '../camera-check/face-size.js';
import type { FrameReading } from '../engine/reading.js';
import { LOG_COLUMNS } from '../storage/session-log.js';
import type { SessionStore } from '../storage/session-store.js';
import { LivePicture } from './live-picture.js';
import { strongerReason } from './pause.js';
import { QuestionWalk } from './question-walk.js';
import { SessionAnalysis } from './session-analysis.js';
import { SessionClock } from './session-clock.js';
import type { Recorder } from './session-recorder.js';
import {
  countsDown,
  type PauseReason,
  type PracticePhase,
  type PracticePlan,
  type PracticeSnapshot,
} from './snapshot.js';
import { WarmUp } from './warm-up.js';

/** Milliseconds from tick to tick, and so from snapshot to snapshot: ten a second. */
const TICK_MILLISECONDS = 100;

/** Seconds from write to write. With a tick and the write itself, a killed tab loses at most one second. */
const WRITE_SECONDS = 0.8;

/** What a practice session is made of. */
export interface PracticeSessionOptions {
  readonly plan: PracticePlan;
  readonly store: SessionStore;
  readonly engineInfo: { readonly expressionModel: string; readonly faceDetector: string };
  /** The clock of the frames' times, in seconds: `() => performance.now() / 1000`. */
  readonly now: () => number;
  readonly startedAt: Date;
  /** Keeps the camera's picture; left out or null where the person did not ask for it. */
  readonly recorder?: Recorder | null;
}

/**
 * Leads through one practice session: the resting face, a countdown, the questions. Readings of
 * frames go in; snapshots for the page come out, ten a second and at every change of the phase; the
 * log goes to the store each second.
 */
export class PracticeSession {
  readonly #options: PracticeSessionOptions;
  readonly #clock: SessionClock;
  readonly #warmUp: WarmUp;
  readonly #questions: QuestionWalk;
  readonly #picture = new LivePicture();
  readonly #listeners = new Set<() => void>();
  #analysis: SessionAnalysis | null = null;
  #stage: 'warm-up' | 'asking' | 'finishing' | 'finished' = 'warm-up';
  #paused: { readonly reason: PauseReason; readonly problem: PoiseError | null } | null = null;
  #readingProblem: PoiseError | null = null;
  #lastWrite = 0;
  #timer: ReturnType<typeof setInterval> | null = null;
  #stopping: Promise<string> | null = null;
  #snapshot: PracticeSnapshot;

  constructor(options: PracticeSessionOptions) {
    const { plan, now } = options;
    this.#options = options;
    this.#clock = new SessionClock(now);
    this.#warmUp = new WarmUp(plan.withBaseline, now);
    this.#questions = new QuestionWalk(plan.questions, plan.secondsPerQuestion);
    this.#snapshot = this.#look();
  }

  /** What the page shows: the same object until the next one is published. */
  get snapshot(): PracticeSnapshot {
    return this.#snapshot;
  }

  /** Calls a listener after each new snapshot, until what it returns is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins with the resting face, or with the countdown. */
  start(): void {
    if (this.#timer !== null) return;
    this.#timer = setInterval(() => this.#tick(), TICK_MILLISECONDS);
    this.#warmUp.start();
    this.#publish();
  }

  /** Takes what the engine says of a frame. */
  addReading(reading: FrameReading): void {
    const { time, face } = reading;
    this.#picture.addFrame(reading);
    if (this.#paused !== null) return;
    if (this.#stage === 'asking') this.#analyse(reading);
    if (this.#stage === 'warm-up' && this.#warmUp.add(time, face, isSmallFace(reading)))
      this.#publish();
  }

  /**
   * Stops for now. While it is paused already, the reason that says more is kept.
   *
   * @param problem - what went wrong, when that is the reason.
   */
  pause(reason: PauseReason, problem: PoiseError | null = null): void {
    if (this.#stage !== 'warm-up' && this.#stage !== 'asking') return;
    const before = this.#paused;
    this.#paused = {
      reason: strongerReason(before?.reason ?? null, reason),
      problem: problem ?? before?.problem ?? null,
    };
    if (before === null && this.#stage === 'asking') {
      this.#clock.pause();
      this.#analysis?.addBreak(this.#clock.seconds);
      this.#options.recorder?.pause();
      this.#write();
    }
    this.#publish();
  }

  /** Goes on where it was paused; a countdown begins again. */
  resume(): void {
    if (this.#paused === null) return;
    this.#paused = null;
    if (this.#stage === 'asking') {
      this.#clock.start();
      this.#options.recorder?.resume();
    } else this.#warmUp.start();
    this.#publish();
  }

  /** Goes on to the next question; after the last one the session ends. */
  nextQuestion(): void {
    if (this.#stage !== 'asking' || this.#paused !== null) return;
    if (this.#questions.next(this.#clock.seconds)) this.#publish();
    else this.#stopByItself();
  }

  /** Goes on without what is left to read of the resting face. */
  skipWarmUp(): void {
    if (this.#stage !== 'warm-up' || this.#paused !== null) return;
    this.#warmUp.skip();
    this.#publish();
  }

  /** Reads a look anew that could not be used. */
  retryLook(): void {
    if (this.#stage !== 'warm-up' || this.#paused !== null) return;
    this.#warmUp.retry();
    this.#publish();
  }

  /**
   * Ends the session and stores what is left of it. Before the first question there is nothing to
   * keep: then {@link PracticeSession.discard} is the way out.
   *
   * @returns the session's id; once stopped, the same again.
   * @throws PoiseError STORAGE_FAILED; it may be called again.
   */
  stop(): Promise<string> {
    if (this.#stopping !== null) return this.#stopping;
    this.#endAsking();
    const stopping = this.#finish().catch((error: unknown) => {
      this.#stopping = null;
      this.#publish();
      throw error;
    });
    // Before anybody is told: a listener may stop as well, and a session ends once.
    this.#stopping = stopping;
    this.#publish();
    return stopping;
  }

  /** Ends the session and deletes what was stored of it. No snapshot follows. */
  async discard(): Promise<void> {
    this.#endTicks();
    this.#stage = 'finished';
    this.#listeners.clear();
    await this.#options.recorder?.stop();
    await this.#analysis?.log.discard();
  }

  #tick(): void {
    if (this.#paused === null) {
      if (this.#stage === 'warm-up') this.#warmUp.check();
      if (this.#stage === 'warm-up' && this.#warmUp.stage === 'over') this.#ask();
      if (this.#stage === 'asking') this.#goOn();
    } else if (this.#analysis?.log.pending === true) this.#writeWhenDue();
    this.#publish();
  }

  #goOn(): void {
    if (!this.#questions.advance(this.#clock.seconds)) this.#stopByItself();
    else this.#writeWhenDue();
  }

  #writeWhenDue(): void {
    if (this.#options.now() - this.#lastWrite >= WRITE_SECONDS) this.#write();
  }

  #ask(): void {
    const analysis = this.#begin();
    this.#analysis = analysis;
    this.#stage = 'asking';
    this.#clock.start();
    this.#lastWrite = this.#options.now();
    this.#questions.next(0);
    this.#options.recorder?.start(
      () => analysis.log.id(),
      () => analysis.log.noteRecording(),
    );
  }

  #begin(): SessionAnalysis {
    const { store, startedAt, engineInfo } = this.#options;
    const draft = {
      startedAt: startedAt.getTime(),
      source: { kind: 'live', name: null },
      model: { expression: engineInfo.expressionModel, faceDetector: engineInfo.faceDetector },
      baseline: this.#warmUp.baseline,
      logColumns: LOG_COLUMNS,
      questionLook: this.#warmUp.questionLook?.details ?? [],
      questions: [],
      breaks: [],
    } as const;
    return new SessionAnalysis(draft, store);
  }

  #analyse({ time, face }: FrameReading): void {
    const captured = this.#clock.at(time);
    const { seconds } = this.#clock;
    if (captured === null || !this.#questions.advance(seconds)) return;
    // A camera may date its frames a little into the future.
    const at = Math.min(captured, seconds);
    try {
      this.#picture.addAnalysis(at, this.#analysis?.add(at, face) ?? null);
      this.#readingProblem = null;
    } catch (cause) {
      this.#readingProblem =
        cause instanceof PoiseError ? cause : new PoiseError('INTERNAL', String(cause), { cause });
    }
  }

  #write(): void {
    this.#lastWrite = this.#options.now();
    void this.#analysis?.log.write(this.#questions.asked);
  }

  #stopByItself(): void {
    // A failure stands in the snapshot, and the page may stop again.
    this.stop().catch(() => undefined);
  }

  #endAsking(): void {
    this.#questions.end(this.#clock.seconds);
    this.#clock.pause();
    this.#paused = null;
    this.#stage = 'finishing';
  }

  async #finish(): Promise<string> {
    this.#analysis ??= this.#begin();
    const { log } = this.#analysis;
    await this.#options.recorder?.stop();
    const id = await log.finish(this.#questions.asked);
    this.#endTicks();
    this.#stage = 'finished';
    this.#publish();
    return id;
  }

  #endTicks(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #publish(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  get #phase(): PracticePhase {
    if (this.#paused !== null) return 'paused';
    if (this.#stage !== 'warm-up') return this.#stage;
    const { stage } = this.#warmUp;
    return stage === 'over' ? 'countdown' : stage;
  }

  #look(): PracticeSnapshot {
    const phase = this.#phase;
    const { seconds } = this.#clock;
    const { current: up, count } = this.#questions;
    const secondsLeft = this.#questions.secondsLeft(seconds);
    return {
      phase,
      pauseReason: this.#paused?.reason ?? null,
      seconds,
      question: up === null ? null : { index: up.index, count, prompt: up.prompt, secondsLeft },
      countdown: countsDown(phase) ? this.#warmUp.secondsLeft : null,
      look: this.#warmUp.told,
      obstacle: this.#warmUp.obstacle,
      ...this.#picture.at(this.#options.now()),
      problem:
        this.#paused?.problem ??
        this.#analysis?.log.problem ??
        this.#options.recorder?.problem ??
        this.#readingProblem,
    };
  }
}
