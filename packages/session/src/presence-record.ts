import type { Box } from '@poise/core';
import { type EyeClosure, EyeClosures, isBlink } from './blinks.js';
import { type FaceWindow, FaceWindows, type FacingState, WINDOW_SECONDS } from './face-windows.js';
import type { FacingRegion } from './facing-region.js';
import type { FrameDetails } from './frame-details.js';
import { GESTURE_GAP_SECONDS, type HeadGesture, HeadGestures } from './head-gestures.js';
import { HeadTurns } from './head-restlessness.js';
import { eyeOpenness } from './looking-direction.js';
import type { RestingPerson } from './resting-person.js';
import { RowSeries, type SummedRow } from './row-series.js';

/** What is summed of each half second. */
export const PRESENCE_COLUMNS = [
  /** Windows in which it could be said whether a face was there, and those with one. */
  'windows',
  'visible',
  /** Windows by where the person looked. */
  'facing',
  'away',
  'unsure',
  /** Windows whose face had a known place, and those in the middle. */
  'placed',
  'centred',
  /** How far the head turned, and in how many seconds. */
  'turnedDegrees',
  'turnedSeconds',
  /** Gestures that began, and the seconds in which they could have been seen. */
  'nods',
  'shakes',
  'headSeconds',
  /** The seconds with a pose, at any frame rate. */
  'poseSeconds',
  /** Blinks that began, and the seconds in which they could be counted. */
  'blinks',
  'eyeSeconds',
  /** The seconds with a reading of the eyes, at any frame rate. */
  'openSeconds',
] as const;

/** A sum of {@link PRESENCE_COLUMNS}. */
export type PresenceColumn = (typeof PRESENCE_COLUMNS)[number];

/** The sums of half a second. */
export type PresenceRow = SummedRow<PresenceColumn>;

/** Six hours of half seconds; beyond that, rows stand for longer. */
const MOST_ROWS = 43_200;

/** Gestures and closures that are kept with their times; all are counted. */
export const MOST_EVENTS = 1000;

/** With frames further apart than this, nods fall between them, in seconds: 7.5 frames a second. */
const LONGEST_GESTURE_INTERVAL = 1 / 7.5;

/** A frame as the record takes it. */
export interface PresenceFrame {
  /** Seconds since the first frame. */
  readonly time: number;
  /** The usual distance of frames in seconds. */
  readonly usualInterval: number | null;
  /** Their mean distance: frames that are picked from a recording do not come evenly. */
  readonly meanInterval: number | null;
  /** `poor` when a face was seen that does not count, null when there was none. */
  readonly face:
    | { readonly box: Box | null; readonly details: FrameDetails | null }
    | 'poor'
    | null;
}

/** Everything that the presence figures need, in memory that does not depend on the frame rate. */
export class PresenceRecord {
  readonly rows = new RowSeries<PresenceColumn>(PRESENCE_COLUMNS, WINDOW_SECONDS, MOST_ROWS);
  readonly gestures: HeadGesture[] = [];
  /** Closures of the eyes that were longer than a blink. */
  readonly closures: EyeClosure[] = [];
  #closureCount = 0;
  #detailed = 0;
  #framed = 0;
  readonly #windows = new FaceWindows();
  readonly #turns = new HeadTurns();
  #heads = new HeadGestures(null);
  #eyes = new EyeClosures(null);
  #lastPose: number | null = null;
  #lastEyes: number | null = null;

  /** Sets what is known of the person, before the first frame. */
  setPerson(person: RestingPerson): void {
    this.#heads = new HeadGestures(person.poseNoise);
    this.#eyes = new EyeClosures(person.openness);
    // The person's own looks at the camera say more than where they look at rest.
    if (this.region?.source !== 'camera_look') this.setRegion(person.region);
  }

  /** Sets where the person looks who faces the camera, before the first frame. */
  setRegion(region: FacingRegion | null): void {
    this.#windows.region = region;
  }

  /** Where the person looks who faces the camera; null when it is not known. */
  get region(): FacingRegion | null {
    return this.#windows.region;
  }

  /** The state of the last whole half second. */
  get facing(): FacingState {
    return this.#windows.latest;
  }

  /** How far this person's eyes are open; null while it is not known. */
  get openEye(): number | null {
    return this.#eyes.openEye;
  }

  /** How many closures were longer than a blink. */
  get closureCount(): number {
    return this.#closureCount;
  }

  /** Frames that came with details. */
  get detailed(): number {
    return this.#detailed;
  }

  /** Frames that came with the size of the frame. */
  get framed(): number {
    return this.#framed;
  }

  /** Adds a frame. */
  add({ time, usualInterval, meanInterval, face }: PresenceFrame): void {
    const ended = this.#windows.add(time, face, this.#eyes.openEye, usualInterval);
    if (ended !== null) this.#addWindow(ended);
    const details = face === null || face === 'poor' ? null : face.details;
    if (face === 'poor') this.#detailed += 1;
    if (details !== null) {
      this.#detailed += 1;
      if (details.frame !== undefined) this.#framed += 1;
    }
    this.#addHead(details, time, usualInterval);
    this.#addEyes(details, time, meanInterval);
  }

  /** The face was lost, or the session paused: nothing is carried over it. */
  interrupt(): void {
    const ended = this.#windows.interrupt();
    if (ended !== null) this.#addWindow(ended);
    this.#turns.interrupt();
    this.#heads.interrupt();
    this.#eyes.interrupt();
    this.#lastPose = null;
    this.#lastEyes = null;
  }

  #addWindow({ index, visible, facing, centred, pose }: FaceWindow): void {
    const turn = this.#turns.add(pose);
    this.rows.add(index * WINDOW_SECONDS, {
      windows: visible === null ? 0 : 1,
      visible: visible === true ? 1 : 0,
      ...(facing === null ? {} : { [facing]: 1 }),
      placed: centred === null ? 0 : 1,
      centred: centred === true ? 1 : 0,
      turnedDegrees: turn?.degrees ?? 0,
      turnedSeconds: turn?.seconds ?? 0,
    });
  }

  #addHead(details: FrameDetails | null, time: number, usualInterval: number | null): void {
    const pose = details?.pose ?? null;
    if (pose === null) {
      this.#lastPose = null;
      return;
    }
    const last = this.#lastPose;
    this.#lastPose = time;
    const step = last === null ? 0 : time - last;
    const fast = usualInterval !== null && usualInterval <= LONGEST_GESTURE_INTERVAL;
    if (step > 0 && step <= 1)
      this.rows.add(time, {
        poseSeconds: step,
        headSeconds: fast && step <= GESTURE_GAP_SECONDS ? step : 0,
      });
    if (!fast) return;
    for (const gesture of this.#heads.add(pose, time)) {
      if (this.gestures.length < MOST_EVENTS) this.gestures.push(gesture);
      this.rows.add(time, gesture.kind === 'nod' ? { nods: 1 } : { shakes: 1 });
    }
  }

  #addEyes(details: FrameDetails | null, time: number, meanInterval: number | null): void {
    const openness = details === null ? null : eyeOpenness(details.eyes);
    const last = this.#lastEyes;
    this.#lastEyes = openness === null ? null : time;
    const { watched, closure } = this.#eyes.add(openness, time, meanInterval);
    if (openness === null) return;
    const step = last === null ? 0 : Math.min(time - last, 1);
    const blinked = closure !== null && isBlink(closure);
    if (step > 0)
      this.rows.add(time, { openSeconds: step, eyeSeconds: watched, blinks: blinked ? 1 : 0 });
    if (closure === null || blinked) return;
    this.#closureCount += 1;
    if (this.closures.length < MOST_EVENTS) this.closures.push(closure);
  }
}
