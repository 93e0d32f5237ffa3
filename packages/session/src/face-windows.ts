import type { Box, FaceDetails, HeadPose } from '@poise/core';
import { distanceOutside, type FacingRegion } from './facing-region.js';
import type { FrameDetails } from './frame-details.js';
import {
  eyeOpenness,
  IRIS_HIDDEN_SHARE,
  type LookingDirection,
  lookingDirection,
} from './looking-direction.js';

/** Whether a person faces the camera; `unsure` where it cannot be said. */
export type FacingState = 'facing' | 'away' | 'unsure';

/** How long a window is, in seconds. No decision is made on less. */
export const WINDOW_SECONDS = 0.5;

/** A window of fewer frames decides nothing: one frame can be wrong. */
export const MINIMUM_WINDOW_FRAMES = 2;

/**
 * With frames usually further apart than this, no window decides anything, in seconds: a little under
 * four frames a second. At two a second, frames that come early or late now and then fall into one
 * window, and chance would choose the half seconds that count.
 */
const LONGEST_WINDOW_INTERVAL = 1 / 3.75;

/** A window decides when at least this share of its frames can be read. */
export const READABLE_SHARE = 0.5;

/**
 * Who faces the camera must look this much further out to count as looking away, and who looks
 * away must come all the way in, in degrees: a look at the border does not flicker.
 */
export const FACING_HYSTERESIS = 3;

/**
 * The middle of the picture for the centre of a face: the middle third across, and from a fifth to
 * two thirds down, because a head with shoulders under it sits above the middle.
 */
export const CENTRED = Object.freeze({ left: 1 / 3, right: 2 / 3, top: 0.2, bottom: 2 / 3 });

/** Times are sums of steps that are not exact: 0.3 / 0.1 is 2.9999…. */
const EDGE_TOLERANCE = 1e-6;

/** A face that counts as evidence, as a window takes it. */
export interface WindowFrame {
  readonly box: Box | null;
  readonly details: FrameDetails | null;
}

/** What a window of half a second came to; null where it cannot be said. */
export interface FaceWindow {
  /** The index of the window: its time is index × {@link WINDOW_SECONDS}. */
  readonly index: number;
  /** Whether a face that can be read was there for most of it. */
  readonly visible: boolean | null;
  readonly facing: FacingState | null;
  readonly centred: boolean | null;
  /** The mean pose, and the mean time of the frames that it is of. */
  readonly pose: { readonly time: number; readonly pose: HeadPose } | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

class MeanPoint {
  #count = 0;
  #x = 0;
  #y = 0;

  add({ x, y }: Point): void {
    this.#count += 1;
    this.#x += x;
    this.#y += y;
  }

  /** The mean, when enough of the frames had a point. */
  of(frames: number): Point | null {
    if (this.#count < MINIMUM_WINDOW_FRAMES || this.#count < READABLE_SHARE * frames) return null;
    return { x: this.#x / this.#count, y: this.#y / this.#count };
  }
}

class OpenWindow {
  frames = 0;
  faces = 0;
  detailed = 0;
  /** When its last frame came. */
  latest = 0;
  readonly look = new MeanPoint();
  readonly place = new MeanPoint();
  readonly turn = new MeanPoint();
  readonly lean = new MeanPoint();
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

function placeOf({ box, details }: WindowFrame): Point | null {
  const frame = details?.frame;
  if (box === null || frame === undefined) return null;
  const [x, y, width, height] = box;
  return { x: (x + width / 2) / frame.width, y: (y + height / 2) / frame.height };
}

function lookOf(details: FaceDetails, open: number | null): LookingDirection | null {
  const openness = eyeOpenness(details.eyes);
  if (open !== null && openness !== null && openness < IRIS_HIDDEN_SHARE * open) return null;
  return lookingDirection(details);
}

/**
 * Puts frames together into windows of half a second, and says of each where the face was and where
 * it looked. The last state is kept over windows that decide nothing, for the hysteresis alone.
 */
export class FaceWindows {
  #open: OpenWindow | null = null;
  /** The window that was cut after its middle: the rest of its half second counts no more. */
  #cut: number | null = null;
  #state: 'facing' | 'away' | null = null;
  #latest: FacingState = 'unsure';
  #usualInterval = 0;
  region: FacingRegion | null = null;

  /** The state of the last whole window. */
  get latest(): FacingState {
    return this.#latest;
  }

  /**
   * Adds a frame.
   *
   * @param time - seconds since the first frame.
   * @param seen - the face; `poor` when it shows too little to count, null when there is none.
   * @param openEye - how far this person's eyes are open, when it is known.
   * @param usualInterval - the usual distance of frames in seconds; null before there are two.
   * @returns the window that ended before this frame, if one did.
   */
  add(
    time: number,
    seen: WindowFrame | 'poor' | null,
    openEye: number | null,
    usualInterval: number | null,
  ): FaceWindow | null {
    this.#usualInterval = usualInterval ?? 0;
    const index = Math.floor(time / WINDOW_SECONDS + EDGE_TOLERANCE);
    const ended = this.#open !== null && this.#open.index !== index ? this.#close() : null;
    if (index === this.#cut) return ended;
    this.#open ??= new OpenWindow(index);
    const open = this.#open;
    open.frames += 1;
    open.latest = time;
    if (seen === null) return ended;
    if (seen === 'poor') {
      open.detailed += 1;
      return ended;
    }
    open.faces += 1;
    const place = placeOf(seen);
    if (place !== null) open.place.add(place);
    const { details } = seen;
    if (details === null) return ended;
    open.detailed += 1;
    const look = lookOf(details, openEye);
    if (look !== null) open.look.add(look);
    if (details.pose !== null) {
      open.turn.add({ x: details.pose.yaw, y: details.pose.pitch });
      open.lean.add({ x: details.pose.roll, y: time });
    }
    return ended;
  }

  /**
   * Forgets where the person looked: after an absence or a pause they may sit elsewhere. Of the half
   * second that is cut, the longer part counts, so that none counts twice.
   *
   * @returns the window that was cut, when it is past its middle.
   */
  interrupt(): FaceWindow | null {
    const open = this.#open;
    const counts =
      open !== null && open.latest >= (open.index + 0.5) * WINDOW_SECONDS - EDGE_TOLERANCE;
    if (counts) this.#cut = open.index;
    const ended = counts ? this.#close() : null;
    this.#open = null;
    this.#state = null;
    this.#latest = 'unsure';
    return ended;
  }

  #close(): FaceWindow | null {
    const open = this.#open;
    this.#open = null;
    if (open === null) return null;
    const { frames, faces, index } = open;
    const enough =
      frames >= MINIMUM_WINDOW_FRAMES &&
      this.#usualInterval <= LONGEST_WINDOW_INTERVAL + EDGE_TOLERANCE;
    const visible = enough ? faces >= READABLE_SHARE * frames : null;
    const mean = (point: MeanPoint): Point | null => (enough ? point.of(frames) : null);
    const place = mean(open.place);
    const turn = mean(open.turn);
    const lean = mean(open.lean);
    const facing = open.detailed === 0 ? null : this.#decide(mean(open.look));
    this.#latest = facing ?? 'unsure';
    return {
      index,
      visible,
      facing,
      centred: place === null ? null : isCentred(place),
      pose:
        turn === null || lean === null
          ? null
          : { time: lean.y, pose: { yaw: turn.x, pitch: turn.y, roll: lean.x } },
    };
  }

  #decide(look: LookingDirection | null): FacingState {
    if (look === null || this.region === null) return 'unsure';
    const allowance = this.#state === 'facing' ? FACING_HYSTERESIS : 0;
    this.#state = distanceOutside(this.region, look) <= allowance ? 'facing' : 'away';
    return this.#state;
  }
}

function isCentred({ x, y }: Point): boolean {
  return x >= CENTRED.left && x <= CENTRED.right && y >= CENTRED.top && y <= CENTRED.bottom;
}
