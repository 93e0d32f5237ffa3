import type { ChartSize } from '@poise/report/browser';

/** The chart's labels in CSS pixels. */
const LABEL_PIXELS = 13;

/** The size of labels that the report's charts are drawn for, in units of the chart. */
const LABEL_UNITS = 30;

/** Units of the chart for each CSS pixel: its lines and marks keep their proportion to its labels. */
export const UNITS_PER_PIXEL = LABEL_UNITS / LABEL_PIXELS;

/** Heights in CSS pixels: on a phone the chart is narrow, and higher in proportion. */
const LOWEST_HEIGHT = 280;
const GREATEST_HEIGHT = 360;
const HEIGHT_SHARE = 0.42;

/** The height of the chart that only shows when a face was in view. */
const PRESENCE_HEIGHT = 132;

/**
 * The size in units at which a chart of a width on the page is drawn.
 *
 * @param width - CSS pixels.
 * @param hasScore - whether it shows a score.
 */
export function chartSizeFor(width: number, hasScore: boolean): ChartSize {
  if (!hasScore)
    return { width: width * UNITS_PER_PIXEL, height: PRESENCE_HEIGHT * UNITS_PER_PIXEL };
  const height = Math.min(GREATEST_HEIGHT, Math.max(LOWEST_HEIGHT, width * HEIGHT_SHARE));
  return { width: width * UNITS_PER_PIXEL, height: height * UNITS_PER_PIXEL };
}
