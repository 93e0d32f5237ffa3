import { outputOf, type Tensor } from '../runtime.js';
import { regressed } from './box-regression.js';
import type { Candidate } from './nms.js';
import { CELL_SIZE, CELL_STRIDE, MIN_SCORE } from './stages.js';

/** A window of P-Net that may hold a face. */
export interface Proposal extends Candidate {
  /** Where P-Net says the face is, in frame pixels. */
  readonly regressed: Candidate['box'];
}

/**
 * The windows of one level that P-Net takes for a face.
 *
 * @param outputs - P-Net's, for the level.
 * @param pixelWidth - width of a pixel of the level, in frame pixels.
 * @param pixelHeight - its height.
 */
export function proposals(
  outputs: Readonly<Record<string, Tensor>>,
  pixelWidth: number,
  pixelHeight: number,
): Proposal[] {
  const [, , rows = 0, columns = 0] = outputs['scores']?.dims ?? [];
  const cells = rows * columns;
  const scores = outputOf(outputs, 'scores', cells);
  const offsets = outputOf(outputs, 'offsets', 4 * cells);
  const found: Proposal[] = [];
  for (let cell = 0; cell < cells; cell++) {
    const score = scores[cell] as number;
    if (score < MIN_SCORE.pnet) continue;
    const x = (cell % columns) * CELL_STRIDE;
    const y = Math.floor(cell / columns) * CELL_STRIDE;
    const box = [
      x * pixelWidth,
      y * pixelHeight,
      CELL_SIZE * pixelWidth,
      CELL_SIZE * pixelHeight,
    ] as const;
    found.push({ score, box, regressed: regressed(box, offsets, cell, cells) });
  }
  return found;
}
