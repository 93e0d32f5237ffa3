import type { Orientation } from './orientation.js';

/**
 * The size of a stored picture when it stands upright and its pixels are square. The shorter side
 * of a pixel is stretched, so that no detail is lost.
 *
 * @param width - stored width in pixels.
 * @param height - stored height in pixels.
 * @param pixelAspect - width of a stored pixel over its height, above 0.
 */
export function uprightSize(
  width: number,
  height: number,
  pixelAspect: number,
  orientation: Orientation,
): { width: number; height: number } {
  const squareWidth = pixelAspect > 1 ? Math.max(1, Math.round(width * pixelAspect)) : width;
  const squareHeight = pixelAspect < 1 ? Math.max(1, Math.round(height / pixelAspect)) : height;
  return orientation.rotation % 180 === 0
    ? { width: squareWidth, height: squareHeight }
    : { width: squareHeight, height: squareWidth };
}
