import { InterviewEmotionAnalyzer, ReadingLog, type SessionSummary } from '@poise/session';
import type { Observation } from '../observe.js';
import { feedReadings, readingOf, setCalmestBaseline } from '../readings.js';
import type { ObservedFace } from '../recording.js';

/**
 * A face that is not seen for so many seconds is given up by whatever follows it: further frames
 * without it need not be kept.
 */
const LONGEST_GAP_SECONDS = 10;

/** What a session of another person says of where it comes from. */
export interface SessionOrigin {
  readonly startedAt: Date;
  readonly source: { readonly kind: 'recording'; readonly name: string };
  readonly model: { readonly expression: string; readonly faceDetector: string };
}

/**
 * The session of one person other than the candidate. It begins when the face is first seen and ends
 * when it is last seen: who joins late is not missing before. Their resting face is that of their
 * calmest stretch.
 */
export class PersonSession {
  readonly #origin: SessionOrigin;
  readonly #readings = new ReadingLog();
  readonly #missed: number[] = [];
  #lastSeen = 0;

  constructor(origin: SessionOrigin) {
    this.#origin = origin;
  }

  /** Adds a frame that shows the face. */
  see(face: ObservedFace, { timestamp, frame }: Pick<Observation, 'timestamp' | 'frame'>): void {
    for (const time of this.#missed.splice(0)) this.#readings.push({ time, face: null });
    this.#readings.push(readingOf({ timestamp, frame, face }));
    this.#lastSeen = timestamp;
  }

  /** Adds a frame that does not. It counts only if the face comes back. */
  miss(timestamp: number): void {
    if (timestamp - this.#lastSeen <= LONGEST_GAP_SECONDS) this.#missed.push(timestamp);
  }

  /** The session under a name. */
  summary(sessionId: string): SessionSummary {
    const analyzer = new InterviewEmotionAnalyzer({ ...this.#origin, sessionId });
    setCalmestBaseline(analyzer, this.#readings);
    feedReadings(analyzer, this.#readings);
    return analyzer.getSessionSummary();
  }
}
