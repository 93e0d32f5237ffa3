import type { FrameReading } from '../engine/reading.js';
import type { CameraCheck, CameraChecklist } from './checks.js';
import { judgeCamera, NOTHING_KNOWN } from './judge-camera.js';

/** How far back is looked: long enough to be sure, short enough to follow a person who moves. */
const WINDOW_SECONDS = 0.7;

/** After so long without a reading nothing of before holds; a machine that is busy for a moment is faster. */
const GAP_SECONDS = 2;

/** Keeps the readings of the last moments and judges them as they come. */
export class CameraJudge {
  #readings: FrameReading[] = [];
  #list = NOTHING_KNOWN;

  /** The list as it stands; the same object until a check changes. */
  get list(): CameraChecklist {
    return this.#list;
  }

  /**
   * Takes a reading; after a gap, for example for another camera, it begins anew.
   *
   * @param besideOthers - whether other people are in the picture: then nobody is sent to the middle.
   * @returns the list as it stands.
   */
  add(reading: FrameReading, besideOthers = false): CameraChecklist {
    const last = this.#readings.at(-1);
    if (last !== undefined && Math.abs(reading.time - last.time) > GAP_SECONDS) {
      this.#readings = [];
      this.#list = NOTHING_KNOWN;
    }
    this.#readings.push(reading);
    this.#readings = this.#readings.filter(({ time }) => time >= reading.time - WINDOW_SECONDS);
    const next = judgeCamera(this.#readings, this.#list, besideOthers);
    const isAsBefore = ({ name, state, advice }: CameraCheck, i: number): boolean => {
      const before = this.#list[i];
      return before?.name === name && before.state === state && before.advice === advice;
    };
    const same = next.length === this.#list.length && next.every(isAsBefore);
    if (!same) this.#list = next;
    return this.#list;
  }
}
