/** How the stored picture is to be turned to stand upright. */
export interface Orientation {
  /** Clockwise, in degrees. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Whether it is then mirrored left to right. */
  readonly flip: boolean;
}

/** A picture that already stands upright. */
export const UPRIGHT: Orientation = { rotation: 0, flip: false };

/** Where the pixels of a stored picture go in the upright one, counted in pixels. */
export interface PixelWalk {
  /** Width of the upright picture. */
  readonly width: number;
  /** Height of the upright picture. */
  readonly height: number;
  /** Index of the pixel that the stored picture's top left pixel becomes. */
  readonly origin: number;
  /** What one step to the right in the stored picture adds to the index. */
  readonly stepX: number;
  /** What one step down in the stored picture adds to the index. */
  readonly stepY: number;
}

/**
 * The walk through the upright picture that follows the stored picture row by row, so that turning
 * costs no second pass.
 */
export function walkUpright(width: number, height: number, orientation: Orientation): PixelWalk {
  const { rotation, flip } = orientation;
  const swaps = rotation === 90 || rotation === 270;
  const outWidth = swaps ? height : width;
  const outHeight = swaps ? width : height;
  const place = (x: number, y: number): number => {
    let px = x;
    let py = y;
    if (rotation === 90) [px, py] = [height - 1 - y, x];
    else if (rotation === 180) [px, py] = [width - 1 - x, height - 1 - y];
    else if (rotation === 270) [px, py] = [y, width - 1 - x];
    return py * outWidth + (flip ? outWidth - 1 - px : px);
  };
  const origin = place(0, 0);
  return {
    width: outWidth,
    height: outHeight,
    origin,
    stepX: place(1, 0) - origin,
    stepY: place(0, 1) - origin,
  };
}
