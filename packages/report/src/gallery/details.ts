import { mulberry32, type QualityAspect } from '@poise/core';
import type { FrameDetails } from '@poise/session';

/** A stretch of a scene, in seconds. */
export type Stretch = readonly [start: number, end: number];

/** What a made-up session shows beside the expression. */
export interface SceneDetails {
  /** When the person looks beside the camera. */
  readonly away?: readonly Stretch[];
  /** When they nod. */
  readonly nods?: readonly number[];
  /** When they sit at the edge of the picture. */
  readonly offCentre?: readonly Stretch[];
  /** When the picture is poor, and why. */
  readonly poor?: readonly (readonly [start: number, end: number, why: QualityAspect])[];
  /** Whether the look at the camera was recorded; else the calmest stretch tells. */
  readonly calibrated: boolean;
}

/** The frame that the made-up face boxes lie in. */
const FRAME = { width: 640, height: 480 };

/** How far to the side a look away goes, half with the head and half with the eyes, in degrees. */
const AWAY_DEGREES = 20;

/** Degrees of the eyes for one width of the eye. */
const EYE_DEGREES_PER_WIDTH = 150;

/** A nod goes down and up twice in a second, by this many degrees. */
const NOD_DEGREES = 9;

/** How much a still face wavers from one reading to the next. */
const NOISE = { degrees: 0.8, iris: 0.02, openness: 0.02, mouth: 0.015 };

const within = (stretches: readonly Stretch[], time: number) =>
  stretches.some(([start, end]) => time >= start && time < end);

/**
 * Makes the details of the frames of a scene, with noise from a seed.
 *
 * @returns a function of the time and of how much the face smiles, 0–1.
 */
export function detailsOf(scene: SceneDetails, seed: number) {
  const random = mulberry32(seed);
  const waver = (size: number) => size * (random() + random() + random() - 1.5);
  return (time: number, smile: number): FrameDetails => {
    const { away = [], nods = [], poor = [] } = scene;
    const turn = within(away, time) ? AWAY_DEGREES : 0;
    const nod = nods.find((start) => time >= start && time < start + 1);
    const down = nod === undefined ? 0 : NOD_DEGREES * Math.sin(2 * Math.PI * (time - nod)) ** 2;
    const why = poor.find(([start, end]) => time >= start && time < end)?.[2];
    const eye = () => ({
      openness: 0.3 + waver(NOISE.openness),
      irisX: turn / 2 / EYE_DEGREES_PER_WIDTH + waver(NOISE.iris),
      // A look into the camera reads a little above the line of the corners.
      irisY: -0.07 - down / EYE_DEGREES_PER_WIDTH + waver(NOISE.iris),
    });
    const good = { size: 1, sharpness: 0.8, exposure: 0.9, contrast: 0.9, pose: 1, occlusion: 1 };
    const aspects = why === undefined ? good : { ...good, [why]: 0.1 };
    return {
      pose: {
        yaw: turn / 2 + waver(NOISE.degrees),
        pitch: -3 - down + waver(NOISE.degrees),
        roll: waver(NOISE.degrees),
      },
      eyes: { leftSide: eye(), rightSide: eye() },
      mouth: {
        width: 0.9 * (1 + 0.2 * smile) + waver(NOISE.mouth),
        cornerLift: 0.08 * smile + waver(NOISE.mouth),
        opening: 0.03 + waver(0.01),
      },
      quality: { value: Math.min(...Object.values(aspects)), aspects },
      frame: FRAME,
    };
  };
}
