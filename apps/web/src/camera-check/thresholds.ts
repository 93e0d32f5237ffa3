import type { CameraAdvice } from './checks.js';

/**
 * When an advice is given. To be taken back, the value must come further than where it was given:
 * a value that stands on a threshold does not flicker.
 */
export interface Threshold {
  /** Beyond this it is given. */
  readonly give: number;
  /** Up to this it is kept. */
  readonly keep: number;
}

/** Whether a value lies beyond a threshold; above it where `keep` is below `give`, else below it. */
export function isBeyond({ give, keep }: Threshold, value: number, isGiven: boolean): boolean {
  const limit = isGiven ? keep : give;
  return keep < give ? value > limit : value < limit;
}

/** The limits of each advice; sizes and distances as shares of the frame, light as luma of 0–255. */
export const THRESHOLDS = Object.freeze({
  /** Share of frames with a face: a blink of the detector is no missing face. */
  no_face: { give: 0.5, keep: 0.7 },
  /**
   * Height of the face to the frame's shorter side. At 640 × 480, 0.2 is 96 pixels: twice the 48 that
   * the expression model reads. It is reached at about a metre from a usual camera.
   */
  too_far: { give: 0.2, keep: 0.23 },
  /** A larger face leaves the frame when the person leans in. */
  too_close: { give: 0.75, keep: 0.7 },
  /** Distance of the face's centre from the middle to a side, of the width. */
  off_left: { give: 0.18, keep: 0.14 },
  off_right: { give: 0.18, keep: 0.14 },
  /** Of the height: a face above the middle is how people are framed, so that more is left to it. */
  too_high: { give: 0.24, keep: 0.2 },
  too_low: { give: 0.18, keep: 0.14 },
  /**
   * Mean luma of the face. Dark skin in good light reads 60 and more, so that the limit lies well
   * under it; where it is reached, noise has eaten the detail of any face.
   */
  too_dark: { give: 40, keep: 48 },
  /** From here on skin is clipped to white and loses what the models look at. */
  too_bright: { give: 225, keep: 215 },
  /**
   * How much brighter the surroundings are than the face. It counts only with a face that is darker
   * than {@link BACKLIT_FACE}: a white wall behind dark skin in good light is no light from behind.
   */
  against_light: { give: 80, keep: 65 },
} as const satisfies Readonly<Record<CameraAdvice, Threshold>>);

/** Only a face with less luma than this can be called backlit. */
export const BACKLIT_FACE: Threshold = Object.freeze({ give: 60, keep: 68 });
