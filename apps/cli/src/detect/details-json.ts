import type { EyeReading, FaceDetails, QualityAspect } from '@poise/core';
import { round } from '../output/round.js';

/** One eye, as `poise detect --json` gives it. */
export interface EyeJson {
  readonly openness: number;
  readonly iris_x: number;
  readonly iris_y: number;
}

/** What a face shows beyond its expression, as `poise detect --json` gives it: null is "unsure". */
export interface DetailsJson {
  readonly pose: { readonly yaw: number; readonly pitch: number; readonly roll: number } | null;
  readonly eyes: { readonly left_side: EyeJson | null; readonly right_side: EyeJson | null } | null;
  readonly mouth: {
    readonly width: number;
    readonly corner_lift: number;
    readonly opening: number;
  } | null;
  readonly quality: {
    readonly value: number;
    readonly aspects: Readonly<Record<QualityAspect, number>>;
  };
}

/** Angles are known to about a degree, the rest to about a hundredth. */
const ANGLE_DIGITS = 1;
const SHARE_DIGITS = 3;

function eyeJson(eye: EyeReading | null): EyeJson | null {
  if (eye === null) return null;
  return {
    openness: round(eye.openness, SHARE_DIGITS),
    iris_x: round(eye.irisX, SHARE_DIGITS),
    iris_y: round(eye.irisY, SHARE_DIGITS),
  };
}

/** The details of a face in the keys and with the digits of the command's JSON. */
export function detailsJson({ pose, eyes, mouth, quality }: FaceDetails): DetailsJson {
  const { aspects } = quality;
  return {
    pose: pose && {
      yaw: round(pose.yaw, ANGLE_DIGITS),
      pitch: round(pose.pitch, ANGLE_DIGITS),
      roll: round(pose.roll, ANGLE_DIGITS),
    },
    eyes: eyes && { left_side: eyeJson(eyes.leftSide), right_side: eyeJson(eyes.rightSide) },
    mouth: mouth && {
      width: round(mouth.width, SHARE_DIGITS),
      corner_lift: round(mouth.cornerLift, SHARE_DIGITS),
      opening: round(mouth.opening, SHARE_DIGITS),
    },
    quality: {
      value: round(quality.value, SHARE_DIGITS),
      aspects: {
        size: round(aspects.size, SHARE_DIGITS),
        sharpness: round(aspects.sharpness, SHARE_DIGITS),
        exposure: round(aspects.exposure, SHARE_DIGITS),
        contrast: round(aspects.contrast, SHARE_DIGITS),
        pose: round(aspects.pose, SHARE_DIGITS),
        occlusion: round(aspects.occlusion, SHARE_DIGITS),
      },
    },
  };
}
