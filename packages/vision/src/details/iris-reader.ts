import type { Eyes, Frame } from '@poise/core';
import { mirrorRows } from '../mirror-rows.js';
import { lineAngle, type Point, type Region, regionToFrame } from '../region.js';
import { outputOf, type RuntimeModel } from '../runtime.js';
import { type ValueRange, warpRgb } from '../warp.js';

/** Side of the iris model's input, in pixels; its outputs are in the same unit. */
const INPUT_SIZE = 64;

/** Points that the model gives for one eye: x, y, z each. */
const OUTPUT_POINTS = 76;

/** How much of the surroundings the model sees, in widths of the eye: as MediaPipe trained it. */
const REGION_SCALE = 2.3;

/**
 * Corners of the two eyes in the mesh. The model knows the eye on the left of the picture; the other
 * is mirrored before and its points after (MediaPipe Iris, iris_landmark_left_and_right).
 */
const EYE_CORNERS = {
  leftSide: { left: 33, right: 133, mirrored: false },
  rightSide: { left: 362, right: 263, mirrored: true },
} as const;

/** An eye of a face, by the side of an upright picture on which it lies. */
export type EyeSide = keyof Eyes;

/** An eye to look at. */
export interface EyePlace {
  /** The mesh of its face: 468 points, x, y, z each, in frame pixels. */
  readonly mesh: Float32Array;
  readonly side: EyeSide;
}

/** What the iris model saw of one eye. */
export interface EyePoints {
  /** x, y of the model's 76 points in frame pixels: 0–8 lower lid, 9–15 upper, 71–75 iris. */
  readonly points: Float32Array;
  /** Mean of the eye's crop, 0–255: how bright the picture is there. */
  readonly luma: number;
}

function point(mesh: Float32Array, index: number): Point {
  return { x: mesh[index * 3] as number, y: mesh[index * 3 + 1] as number };
}

function eyeRegion(mesh: Float32Array, left: number, right: number): Region {
  const a = point(mesh, left);
  const b = point(mesh, right);
  return {
    centerX: (a.x + b.x) / 2,
    centerY: (a.y + b.y) / 2,
    size: Math.hypot(b.x - a.x, b.y - a.y) * REGION_SCALE,
    angle: lineAngle(a, b),
  };
}

function meanLuma(rgb: Float32Array, { low, high }: ValueRange): number {
  const plane = INPUT_SIZE * INPUT_SIZE;
  let sum = 0;
  for (let i = 0; i < plane; i++) {
    const [red, green, blue] = [rgb[i], rgb[i + plane], rgb[i + 2 * plane]] as [
      number,
      number,
      number,
    ];
    sum += 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return ((sum / plane - low) / (high - low)) * 255;
}

/** Reads lids and iris of eyes, all of a frame in one run of the model. */
export class IrisReader {
  readonly #model: RuntimeModel;
  readonly #inputRange: ValueRange;

  /** @param inputRange - what 0 and 255 become in the model's input, as its manifest says. */
  constructor(model: RuntimeModel, inputRange: ValueRange) {
    this.#model = model;
    this.#inputRange = inputRange;
  }

  /**
   * What the model sees of each eye, in their order.
   *
   * @throws PoiseError RUNTIME_FAILED.
   */
  async read(frame: Frame, places: readonly EyePlace[]): Promise<EyePoints[]> {
    if (places.length === 0) return [];
    const eyes = places.map(({ mesh, side }) => {
      const { left, right, mirrored } = EYE_CORNERS[side];
      return { region: eyeRegion(mesh, left, right), mirrored };
    });
    const crop = 3 * INPUT_SIZE * INPUT_SIZE;
    const input = new Float32Array(eyes.length * crop);
    const lumas = eyes.map(({ region, mirrored }, i) => {
      const values = input.subarray(i * crop, (i + 1) * crop);
      warpRgb(frame, region, INPUT_SIZE, this.#inputRange, values);
      if (mirrored) mirrorRows(values, INPUT_SIZE);
      return meanLuma(values, this.#inputRange);
    });
    const outputs = await this.#model.run({
      data: input,
      dims: [eyes.length, 3, INPUT_SIZE, INPUT_SIZE],
    });
    const values = outputOf(outputs, 'points', eyes.length * OUTPUT_POINTS * 3);
    return eyes.map(({ region, mirrored }, i) => {
      const points = new Float32Array(OUTPUT_POINTS * 2);
      for (let k = 0; k < OUTPUT_POINTS; k++) {
        const at = (i * OUTPUT_POINTS + k) * 3;
        const u = (values[at] as number) / INPUT_SIZE;
        const v = (values[at + 1] as number) / INPUT_SIZE;
        const { x, y } = regionToFrame(region, mirrored ? 1 - u : u, v);
        points[k * 2] = x;
        points[k * 2 + 1] = y;
      }
      return { points, luma: lumas[i] as number };
    });
  }
}
