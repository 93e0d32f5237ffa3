import { type Box, type Frame, intersectionOverUnion } from '@poise/core';
import type { FaceDetection, FaceDetector } from './face-detector.js';
import { letterboxRegion, regionToFrame } from './region.js';
import { outputOf, type RuntimeModel, type Tensor } from './runtime.js';
import { type ValueRange, warpRgb } from './warp.js';

/** Side of the detector's input, in pixels; its outputs are in the same unit. */
const INPUT_SIZE = 256;

/** Under this score a detection is not a face (MediaPipe's own threshold for this model). */
const MIN_SCORE = 0.5;

/** Detections that overlap this much speak of one face and are averaged (MediaPipe: 0.3). */
const SAME_FACE_OVERLAP = 0.3;

/** The detector's two grids: cells a side and anchors a cell (BlazeFace, Bazarevsky et al. 2019). */
const GRIDS = [
  { scores: 'scores_16x16', boxes: 'boxes_16x16', cells: 16, anchorsPerCell: 2 },
  { scores: 'scores_8x8', boxes: 'boxes_8x8', cells: 8, anchorsPerCell: 6 },
] as const;

/** Values a box: offset of the centre, size, and six key points. */
const BOX_VALUES = 16;
/** Where the two eyes stand among a box's values. */
const LEFT_SIDE_EYE_AT = 4;
const RIGHT_SIDE_EYE_AT = 6;
/** How many of a box's values are averaged: centre, size and both eyes. */
const USED_VALUES = 8;

function boxAround(centerX: number, centerY: number, width: number, height: number): Box {
  return [centerX - width / 2, centerY - height / 2, width, height];
}

/** One anchor's answer: score and the first eight values, in input pixels. */
interface Candidate {
  readonly score: number;
  readonly box: Box;
  readonly values: readonly number[];
}

function candidates(outputs: Readonly<Record<string, Tensor>>): Candidate[] {
  const minLogit = Math.log(MIN_SCORE / (1 - MIN_SCORE));
  const found: Candidate[] = [];
  for (const grid of GRIDS) {
    const anchors = grid.cells * grid.cells * grid.anchorsPerCell;
    const scores = outputOf(outputs, grid.scores, anchors);
    const boxes = outputOf(outputs, grid.boxes, anchors * BOX_VALUES);
    const stride = INPUT_SIZE / grid.cells;
    for (let i = 0; i < scores.length; i++) {
      const logit = scores[i] as number;
      if (logit < minLogit) continue;
      const cell = Math.floor(i / grid.anchorsPerCell);
      const anchor = [
        ((cell % grid.cells) + 0.5) * stride,
        (Math.floor(cell / grid.cells) + 0.5) * stride,
      ] as const;
      const values = Array.from({ length: USED_VALUES }, (_, k) => {
        const value = boxes[i * BOX_VALUES + k] as number;
        // All values but the size are offsets from the anchor.
        return k === 2 || k === 3 ? value : value + anchor[k % 2 === 0 ? 0 : 1];
      });
      const [centerX = 0, centerY = 0, width = 0, height = 0] = values;
      const score = 1 / (1 + Math.exp(-logit));
      found.push({ score, box: boxAround(centerX, centerY, width, height), values });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/**
 * Joins the candidates that speak of one face into their mean, weighted by score. Against plain
 * non-maximum suppression this keeps the box from jumping between anchors (BlazeFace, section 3.4).
 */
function blend(sorted: readonly Candidate[]): { score: number; values: number[] }[] {
  const blended: { score: number; values: number[] }[] = [];
  let rest = sorted;
  for (let best = rest[0]; best !== undefined; best = rest[0]) {
    const top = best;
    const joins = (c: Candidate) =>
      c === top || intersectionOverUnion(top.box, c.box) > SAME_FACE_OVERLAP;
    const group = rest.filter(joins);
    const total = group.reduce((sum, c) => sum + c.score, 0);
    const values = Array.from({ length: USED_VALUES }, (_, k) =>
      group.reduce((sum, c) => sum + (c.score / total) * (c.values[k] as number), 0),
    );
    blended.push({ score: top.score, values });
    rest = rest.filter((c) => !joins(c));
  }
  return blended;
}

/** The BlazeFace detector, 256-pixel variant: faces from about a thirtieth of the frame's longer side. */
export class BlazeFaceDetector implements FaceDetector {
  readonly #model: RuntimeModel;
  readonly #inputRange: ValueRange;
  readonly #input = new Float32Array(3 * INPUT_SIZE * INPUT_SIZE);

  /** @param inputRange - what 0 and 255 become in the model's input, as its manifest says. */
  constructor(model: RuntimeModel, inputRange: ValueRange) {
    this.#model = model;
    this.#inputRange = inputRange;
  }

  async detect(frame: Frame): Promise<FaceDetection[]> {
    const region = letterboxRegion(frame.width, frame.height);
    warpRgb(frame, region, INPUT_SIZE, this.#inputRange, this.#input);
    const outputs = await this.#model.run({
      data: this.#input,
      dims: [1, 3, INPUT_SIZE, INPUT_SIZE],
    });
    const scale = region.size / INPUT_SIZE;
    return blend(candidates(outputs)).map(({ score, values }) => {
      const at = (k: number) =>
        regionToFrame(
          region,
          (values[k] as number) / INPUT_SIZE,
          (values[k + 1] as number) / INPUT_SIZE,
        );
      const center = at(0);
      return {
        score,
        box: boxAround(
          center.x,
          center.y,
          (values[2] as number) * scale,
          (values[3] as number) * scale,
        ),
        leftSideEye: at(LEFT_SIDE_EYE_AT),
        rightSideEye: at(RIGHT_SIDE_EYE_AT),
      };
    });
  }
}
