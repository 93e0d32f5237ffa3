import { type FrameAnalysis, InterviewEmotionAnalyzer } from '@poise/session';
import type { FrameReading } from '../engine/reading.js';
import type { SessionDraft, SessionStore } from '../storage/session-store.js';
import { LogWriter } from './log-writer.js';
import { setPersonOf } from './set-person.js';

/** Takes the frames of a session two ways: to the analyzer, for what is shown live, and to the log. */
export class SessionAnalysis {
  readonly log: LogWriter;
  readonly #analyzer: InterviewEmotionAnalyzer;
  #latest = 0;

  /** @param draft - what is known of the session before its first frame. */
  constructor(draft: SessionDraft, store: SessionStore) {
    this.#analyzer = new InterviewEmotionAnalyzer({
      startedAt: new Date(draft.startedAt),
      source: draft.source,
      model: draft.model,
    });
    setPersonOf(draft, this.#analyzer);
    this.log = new LogWriter(store, draft);
  }

  /**
   * Takes a frame.
   *
   * @param seconds - on the session's clock; a frame that comes after a later one is left out.
   * @returns what it says; null without a face.
   * @throws PoiseError EMOTIONS_INVALID, OPTION_INVALID for a reading that cannot be; it is left out.
   */
  add(seconds: number, face: FrameReading['face']): FrameAnalysis | null {
    if (seconds < this.#latest) return null;
    let analysis: FrameAnalysis | null = null;
    if (face === null) this.#analyzer.addMissingFace(seconds);
    else
      analysis = this.#analyzer.addEmotionData(
        face.emotions,
        face.box,
        seconds,
        face.details ?? undefined,
      );
    this.log.add({ time: seconds, face });
    this.#latest = seconds;
    return analysis;
  }

  /** Notes a pause. */
  addBreak(seconds: number): void {
    this.#analyzer.addBreak();
    this.log.addBreak(seconds);
  }
}
