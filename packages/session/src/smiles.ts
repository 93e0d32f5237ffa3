import type { MouthShape } from '@poise/core';
import { EventDetector, type SignalEvent } from './event-detector.js';
import type { RestingMouth } from './resting-person.js';
import { SMILE_RULES } from './smile.js';
import { POST_ROLL_SECONDS, ShapeHistory, type SmilePhases } from './smile-dynamics.js';
import { MouthAtRest, smileShape, smileSignal } from './smile-signal.js';

/** A smile, and its phases where the mouth shows them. */
export interface SmileEvent extends SignalEvent {
  readonly phases: SmilePhases | null;
}

/** Notices smiles: of the expression alone, or of mouth and expression together where the mouth can be read. */
export class SmileDetector {
  readonly #events = new EventDetector(SMILE_RULES);
  readonly #history = new ShapeHistory();
  #rest = new MouthAtRest(null);
  /** The phases of the smiles, in their order; those that have ended some time ago are known. */
  readonly #phases: (SmilePhases | null)[] = [];

  /** Sets the mouth of the resting face, before the first frame. */
  setRest(rest: RestingMouth | null): void {
    this.#rest = new MouthAtRest(rest);
  }

  /**
   * Adds a frame.
   *
   * @param happy - the smoothed score.
   * @param mouth - null when it cannot be read.
   */
  add(time: number, happy: number, mouth: MouthShape | null): void {
    if (mouth !== null) this.#rest.add(mouth, happy);
    const rest = this.#rest.value;
    const shape = mouth === null || rest === null ? null : smileShape(mouth, rest);
    if (shape !== null) this.#history.add(shape, time);
    this.#settle(time);
    this.#events.add(time, smileSignal(happy, shape), happy);
  }

  /** Ends an open smile: the face was lost. */
  interrupt(): void {
    this.#events.interrupt();
    this.#settle(Infinity);
    this.#history.interrupt();
  }

  /** The smiles so far. */
  events(): SmileEvent[] {
    return this.#events.events().map((event, i) => {
      const known = this.#phases[i];
      return { ...event, phases: known === undefined ? this.#history.phases(event) : known };
    });
  }

  /** Works out the phases of the smiles whose end has been seen, while the history still has them. */
  #settle(time: number): void {
    const ended = this.#events.ended;
    for (let next = this.#phases.length; next < ended.length; next += 1) {
      const event = ended[next];
      if (event === undefined || time - event.end < POST_ROLL_SECONDS) return;
      this.#phases.push(this.#history.phases(event));
    }
  }
}
