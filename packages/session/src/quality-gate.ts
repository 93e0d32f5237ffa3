import {
  type FaceQuality,
  MINIMUM_FACE_QUALITY,
  QUALITY_ASPECTS,
  type QualityAspect,
} from '@poise/core';

/**
 * Whether a face can be read well enough to count as evidence.
 *
 * @param quality - of the face; one that nobody judged counts.
 */
export function isEvidence(quality: FaceQuality | undefined): boolean {
  return quality === undefined || quality.value >= MINIMUM_FACE_QUALITY;
}

/** What is worst about a face; of several, the first in the order of `QUALITY_ASPECTS`. */
export function worstAspect({ aspects }: FaceQuality): QualityAspect {
  return QUALITY_ASPECTS.reduce((worst, aspect) =>
    aspects[aspect] < aspects[worst] ? aspect : worst,
  );
}

/** Counts the frames that show a face too poorly to count, by what is worst about them. */
export class QualityGate {
  #judged = 0;
  #leftOut = 0;
  readonly #byAspect: Record<QualityAspect, number> = {
    size: 0,
    sharpness: 0,
    exposure: 0,
    contrast: 0,
    pose: 0,
    occlusion: 0,
  };

  /**
   * Judges a frame with a face.
   *
   * @returns whether it counts as evidence.
   */
  judge(quality: FaceQuality): boolean {
    this.#judged += 1;
    if (isEvidence(quality)) return true;
    this.#leftOut += 1;
    this.#byAspect[worstAspect(quality)] += 1;
    return false;
  }

  /** Frames whose quality was known. */
  get judged(): number {
    return this.#judged;
  }

  /** Frames that were left out. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** The same by the worst aspect of each. */
  get byAspect(): Readonly<Record<QualityAspect, number>> {
    return { ...this.#byAspect };
  }
}
