import type { Box, Frame } from '@poise/core';
import type { FaceDetection, FaceDetector, FiveLandmarks } from '../face-detector.js';
import type { RuntimeModel } from '../runtime.js';
import { regressed, squared } from './box-regression.js';
import { CLOSER_LOOKS, meshSquare } from './mesh-square.js';
import { type Candidate, intersectionOverSmaller, suppress } from './nms.js';
import { type Proposal, proposals } from './proposals.js';
import { pyramid } from './pyramid.js';
import { readSquares } from './squares.js';
import { MIN_SCORE, OUTPUT_SIDE, REFINE_SIDE, SAME_FACE_OVERLAP } from './stages.js';

/**
 * Most squares that R-Net and O-Net read, the surest first: a face of a group photograph brings some
 * 90 to R-Net, and a picture of nothing but texture could bring any number.
 */
const MOST_SQUARES = { rnet: 3000, onet: 600 } as const;

/** Inputs in pixels, and squares in one run: each takes R-Net 0.2 MB and O-Net 0.8 MB. */
const REFINING = { side: REFINE_SIDE, atOnce: 600 } as const;
const DECIDING = { side: OUTPUT_SIDE, atOnce: 200 } as const;

/** The three networks; each takes RGB of 0–255. */
export interface MtcnnModels {
  readonly pnet: RuntimeModel;
  readonly rnet: RuntimeModel;
  readonly onet: RuntimeModel;
}

/**
 * MTCNN (Zhang et al. 2016): P-Net looks for faces on all scales, R-Net refuses most of what it
 * proposes, O-Net decides, each correcting the boxes of the one before. It finds smaller faces than
 * BlazeFace, and costs more the larger the frame is.
 */
export class MtcnnDetector implements FaceDetector {
  readonly #models: MtcnnModels;
  readonly #minFaceSize: number;

  /** @param minFaceSize - width of the smallest face that is looked for, in frame pixels. */
  constructor(models: MtcnnModels, minFaceSize: number) {
    this.#models = models;
    this.#minFaceSize = minFaceSize;
  }

  async detect(frame: Frame): Promise<FaceDetection[]> {
    const proposed = await this.#propose(frame);
    const refined = await this.#refine(frame, proposed);
    return await this.#decide(frame, refined);
  }

  /** P-Net on every level: squares that may hold a face. */
  async #propose(frame: Frame): Promise<Box[]> {
    const found: Proposal[] = [];
    for (const { width, height, planes } of pyramid(frame, this.#minFaceSize)) {
      const outputs = await this.#models.pnet.run({ data: planes, dims: [1, 3, height, width] });
      const level = proposals(outputs, frame.width / width, frame.height / height);
      found.push(...suppress(level, SAME_FACE_OVERLAP.level));
    }
    return suppress(found, SAME_FACE_OVERLAP.frame)
      .slice(0, MOST_SQUARES.rnet)
      .map((proposal) => squared(proposal.regressed));
  }

  /** R-Net on the proposed squares: those that still look like a face, corrected. */
  async #refine(frame: Frame, squares: readonly Box[]): Promise<Box[]> {
    const { scores, offsets } = await readSquares(this.#models.rnet, frame, squares, REFINING, {
      scores: 1,
      offsets: 4,
    });
    const found = squares
      .map((box, i) => ({ box, i, score: scores[i] as number }))
      .filter(({ score }) => score >= MIN_SCORE.rnet);
    return suppress(found, SAME_FACE_OVERLAP.frame)
      .slice(0, MOST_SQUARES.onet)
      .map(({ box, i }) => squared(regressed(box, offsets, 4 * i)));
  }

  /** O-Net on the refined squares: the faces, with their points. */
  async #decide(frame: Frame, squares: readonly Box[]): Promise<FaceDetection[]> {
    const { scores, offsets, points } = await readSquares(
      this.#models.onet,
      frame,
      squares,
      DECIDING,
      { scores: 1, offsets: 4, points: 10 },
    );
    const found: (Candidate & { readonly landmarks: FiveLandmarks })[] = [];
    squares.forEach((square, i) => {
      const score = scores[i] as number;
      if (score < MIN_SCORE.onet) return;
      const box = regressed(square, offsets, 4 * i);
      found.push({ score, box, landmarks: landmarksIn(square, points, 10 * i) });
    });
    const faces = suppress(found, SAME_FACE_OVERLAP.frame, intersectionOverSmaller);
    return faces.map(({ score, box, landmarks }) => {
      const [leftSideEye, rightSideEye] = landmarks;
      const square = meshSquare(box, leftSideEye, rightSideEye);
      return {
        score,
        box,
        meshSquare: square,
        closerLooks: CLOSER_LOOKS,
        leftSideEye,
        rightSideEye,
        landmarks,
      };
    });
  }
}

/** The five points of a square, in frame pixels: O-Net gives all x, then all y, as shares of it. */
function landmarksIn([x, y, side]: Box, points: Float32Array, at: number): FiveLandmarks {
  const point = (k: number) => ({
    x: x + (points[at + k] as number) * side,
    y: y + (points[at + 5 + k] as number) * side,
  });
  return [point(0), point(1), point(2), point(3), point(4)];
}
