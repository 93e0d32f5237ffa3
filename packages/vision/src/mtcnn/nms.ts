import { type Box, intersectionOverUnion } from '@poise/core';

/** A box that may be a face. */
export interface Candidate {
  /** In frame pixels. */
  readonly box: Box;
  /** Probability of a face, 0–1. */
  readonly score: number;
}

/** How much two boxes overlap, 0–1. */
export type Overlap = (a: Box, b: Box) => number;

/** The shared area of two boxes as a share of the smaller one: 1 for a box within another. */
export const intersectionOverSmaller: Overlap = (a, b) => {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a[2] * a[3], b[2] * b[3]);
};

/**
 * Non-maximum suppression: of boxes that overlap, the one with the highest score stays.
 *
 * @param limit - boxes that overlap more than this are one.
 * @returns what stays, the surest first.
 */
export function suppress<T extends Candidate>(
  candidates: readonly T[],
  limit: number,
  overlap: Overlap = intersectionOverUnion,
): T[] {
  const kept: T[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => overlap(other.box, candidate.box) <= limit)) kept.push(candidate);
  }
  return kept;
}
