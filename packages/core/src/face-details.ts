/**
 * How a head is turned towards the camera, in degrees, as a camera that looks at the face sees it: a
 * face turned to the camera has no yaw and no pitch wherever on the picture it is. Pitch is 0 for the
 * middle of many people who face a camera at the height of their eyes; a camera below the eyes, as a
 * laptop's, sees a resting face look up by 10° or more.
 */
export interface HeadPose {
  /** Above 0 when the face turns to the right side of the picture, made upright. */
  readonly yaw: number;
  /** Above 0 when the face looks up. */
  readonly pitch: number;
  /** Above 0 when the head leans clockwise on the picture. */
  readonly roll: number;
}

/** What one eye shows. */
export interface EyeReading {
  /**
   * Distance of the lids over the width of the eye: 0.25 to 0.4 open, by the person; about 0.06
   * closed, under 0.12 in the middle of a blink. Looking down lowers it to about 0.2.
   */
  readonly openness: number;
  /**
   * Where the iris lies in the eye along the line of its corners: 0 in the middle, −0.5 at the
   * corner on the left of an upright picture, 0.5 at the other. Of an eye that is nearly closed
   * (openness under 0.15) it says nothing. A gaze into the camera reads about −0.05 on the left
   * and 0.05 on the right, for the inner corner reaches farther: the mean of both eyes cancels it.
   */
  readonly irisX: number;
  /** The same across that line, in widths of the eye: above 0 under it. A gaze into the camera reads about −0.07. */
  readonly irisY: number;
}

/** The eyes as an upright picture shows them; null where one cannot be read or was not looked at. */
export interface Eyes {
  /** The eye on the left side of the picture (the person's right eye). */
  readonly leftSide: EyeReading | null;
  readonly rightSide: EyeReading | null;
}

/**
 * The shape of the mouth, measured on the face turned to the camera, in distances of the outer eye
 * corners.
 */
export interface MouthShape {
  /** Corner to corner. */
  readonly width: number;
  /** How far the corners lie over the middle of the lips; under 0 when they hang. */
  readonly cornerLift: number;
  /** Distance of the inner lips. */
  readonly opening: number;
}

/** What can make a face unfit as evidence. */
export const QUALITY_ASPECTS = [
  'size',
  'sharpness',
  'exposure',
  'contrast',
  'pose',
  'occlusion',
] as const;

/** One of {@link QUALITY_ASPECTS}. */
export type QualityAspect = (typeof QUALITY_ASPECTS)[number];

/** How well a face can be read, 0–1: as a whole, and each aspect of it. */
export interface FaceQuality {
  /** The whole: no better than its worst aspect. */
  readonly value: number;
  readonly aspects: Readonly<Record<QualityAspect, number>>;
}

/**
 * The quality from which on a face is evidence; under it a face counts as seen alone. Every aspect is 0.5 about where the expression model,
 * on FER2013, has lost five of its 86 % of right answers; below, it falls fast.
 */
export const MINIMUM_FACE_QUALITY = 0.5;

/** What a face shows beyond its expression. What cannot be said of it is null, not a guess. */
export interface FaceDetails {
  readonly pose: HeadPose | null;
  readonly eyes: Eyes | null;
  readonly mouth: MouthShape | null;
  readonly quality: FaceQuality;
}
