import { emotionScoresFromRow, MINIMUM_FACE_QUALITY } from '@poise/core';
import type { CropReader, ExpressionBatch } from './expression-reader.js';
import type { FaceResult } from './face-result.js';
import { meanReading, partOf } from './mirror-image.js';
import { mirrorRows } from './mirror-rows.js';

/** A reading that is older, in seconds, is of another moment. Four frames a second still follow on. */
const LONGEST_AGE = 0.28;

/** What a face shows. */
export type Expression = Pick<FaceResult, 'emotions' | 'fer2013Emotions'>;

/** The last reading of a face: of itself, or of its mirror image. */
interface Reading {
  readonly timestamp: number;
  readonly mirrored: boolean;
  readonly batch: ExpressionBatch;
}

/** A face to read. */
export interface FaceToRead {
  readonly id: number;
  /** How well it can be read, 0–1: `FaceQuality.value`. */
  readonly quality: number;
}

/** A crop to read, and of which face it is. */
interface Look {
  readonly face: number;
  readonly mirrored: boolean;
}

/**
 * Reads the expressions of faces by what the model says of each and of its mirror image. In a video
 * they take turns, and each reading is averaged with the one of the frame before: that costs no more
 * than one reading, and what a mirror image changes is gone. A face that is new, or not followed from
 * frame to frame, or that was no evidence in the frame before, is read both ways at once.
 */
export class ExpressionFollower {
  readonly #reader: CropReader;
  readonly #video: boolean;
  #last = new Map<number, Reading>();

  /** @param video - whether frames follow one another; otherwise each is a picture of its own. */
  constructor(reader: CropReader, video: boolean) {
    this.#reader = reader;
    this.#video = video;
  }

  /** Forgets all faces. */
  reset(): void {
    this.#last.clear();
  }

  /**
   * The expressions of faces of a frame, in one run of the model.
   *
   * @param crops - of each face, as `ExpressionReader.cutRegions` cuts them.
   * @param faces - in the order of the crops.
   * @param timestamp - of the frame, in seconds.
   * @throws PoiseError RUNTIME_FAILED.
   */
  async read(
    crops: Float32Array,
    faces: readonly FaceToRead[],
    timestamp: number,
  ): Promise<Expression[]> {
    if (faces.length === 0) return [];
    const before = faces.map(({ id }) => this.#readingBefore(id, timestamp));
    const looks = before.flatMap((last, face): Look[] =>
      last === undefined
        ? [
            { face, mirrored: false },
            { face, mirrored: true },
          ]
        : [{ face, mirrored: !last.mirrored }],
    );
    const batch = await this.#reader.readCrops(this.#cropsOf(crops, looks), looks.length);
    const readings = faces.map(() => [] as Reading[]);
    looks.forEach(({ face, mirrored }, i) => {
      readings[face]?.push({ timestamp, mirrored, batch: partOf(batch, i, i + 1) });
    });
    this.#last = new Map(
      faces.flatMap(({ id, quality }, face) =>
        // What is no evidence must not enter the next frame either.
        quality >= MINIMUM_FACE_QUALITY ? [[id, readings[face]?.at(-1) as Reading] as const] : [],
      ),
    );
    return readings.map(([first, second], face) => {
      const other = second ?? before[face];
      return expressionOf(meanReading((first as Reading).batch, (other as Reading).batch));
    });
  }

  /** The reading of a face in the frame before; undefined when it was not read a moment ago. */
  #readingBefore(id: number, timestamp: number): Reading | undefined {
    const last = this.#last.get(id);
    if (!this.#video || last === undefined) return undefined;
    const age = timestamp - last.timestamp;
    return age > 0 && age <= LONGEST_AGE ? last : undefined;
  }

  #cropsOf(crops: Float32Array, looks: readonly Look[]): Float32Array {
    const side = this.#reader.cropSize;
    const plane = side * side;
    const chosen = new Float32Array(looks.length * plane);
    looks.forEach(({ face, mirrored }, i) => {
      const crop = chosen.subarray(i * plane, (i + 1) * plane);
      crop.set(crops.subarray(face * plane, (face + 1) * plane));
      if (mirrored) mirrorRows(crop, side);
    });
    return chosen;
  }
}

function expressionOf({ probabilities, fer2013 }: ExpressionBatch): Expression {
  return {
    emotions: emotionScoresFromRow(probabilities),
    ...(fer2013 === null ? {} : { fer2013Emotions: emotionScoresFromRow(fer2013) }),
  };
}
