/** What the pixels of a face crop say of how it was taken. */
export interface CropMeasures {
  /** Mean luma of the face, 0–255. */
  readonly mean: number;
  /** Standard deviation of its luma. */
  readonly deviation: number;
  /** Share of its pixels that are burnt out, 0–1. */
  readonly burnt: number;
  /** The darker half's mean over the brighter half's, left and right: 1 when both are lit alike. */
  readonly balance: number;
  /** How much finest detail there is, relative to coarser: see {@link detailRatio}. */
  readonly detail: number;
}

/** The part of the crop that is face and not hair or background: half-axes, in shares of the side. */
const FACE_HALF_WIDTH = 0.4;
const FACE_HALF_HEIGHT = 0.44;
const FACE_CENTER_Y = 0.52;

/** A pixel from here on is burnt out: the last steps of the range, as video codecs blur the top. */
const BURNT = 250;

function inFace(x: number, y: number, side: number): boolean {
  const dx = ((x + 0.5) / side - 0.5) / FACE_HALF_WIDTH;
  const dy = ((y + 0.5) / side - FACE_CENTER_Y) / FACE_HALF_HEIGHT;
  return dx * dx + dy * dy < 1;
}

/** Reach of the finer and the coarser second difference, in pixels of the crop. */
const FINE = 2;
const COARSE = 4;

/**
 * The root of the energy of second differences over 2 pixels by those over 4, the smaller of along
 * and across the picture: an edge in focus has as much of both, about 0.66; a smooth ramp ¼. As a
 * ratio it knows nothing of contrast and light, and on a crop of fixed size nothing of the face's.
 */
function detailRatio(crop: Float32Array, side: number): number {
  const ratio = (step: number) => {
    let fine = 0;
    let coarse = 0;
    for (let y = COARSE; y < side - COARSE; y++) {
      for (let x = COARSE; x < side - COARSE; x++) {
        if (!inFace(x, y, side)) continue;
        const i = y * side + x;
        const middle = 2 * (crop[i] as number);
        const near = (crop[i - FINE * step] as number) - middle + (crop[i + FINE * step] as number);
        const far =
          (crop[i - COARSE * step] as number) - middle + (crop[i + COARSE * step] as number);
        fine += near * near;
        coarse += far * far;
      }
    }
    // A flat picture has no detail at all.
    return coarse > 0 ? Math.sqrt(fine / coarse) : 0;
  };
  return Math.min(ratio(1), ratio(side));
}

/**
 * Measures a face crop.
 *
 * @param crop - `side × side` gray values, 0–255, framed as for the expression model.
 */
export function measureCrop(crop: Float32Array, side: number): CropMeasures {
  let count = 0;
  let sum = 0;
  let squares = 0;
  let burnt = 0;
  const halves: [number, number] = [0, 0];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!inFace(x, y, side)) continue;
      const value = crop[y * side + x] as number;
      count++;
      sum += value;
      squares += value * value;
      if (value >= BURNT) burnt++;
      halves[x < side / 2 ? 0 : 1] += value;
    }
  }
  const mean = sum / count;
  const brighter = Math.max(...halves);
  return {
    mean,
    deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)),
    burnt: burnt / count,
    balance: brighter > 0 ? Math.min(...halves) / brighter : 1,
    detail: detailRatio(crop, side),
  };
}
