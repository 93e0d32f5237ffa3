import { scaleLinear } from 'd3-scale';
import { formatClock, type Span } from '../format.js';
import { textWidth } from '../svg/text.js';

/** Steps between the labels of the time axis, in seconds: those that people count in. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** Labels stand at least their own width apart. */
const LABEL_ROOM = 2.1;

/** Steps on the time axis, at most: with more of them a short session looks like a ruler. */
const MOST_STEPS = 8;

/** The times to label on an axis of a given length in pixels, at whole steps. */
export function timeTicks(span: Span, pixels: number, fontSize: number): number[] {
  const room = textWidth(formatClock(span.end), fontSize) * LABEL_ROOM;
  const most = Math.min(MOST_STEPS, Math.max(1, pixels / room));
  const fits = (step: number) => (span.end - span.start) / step <= most;
  const longest = 3600 * Math.ceil((span.end - span.start) / most / 3600);
  const step = TIME_STEPS.find(fits) ?? longest;
  const ticks: number[] = [];
  for (let time = Math.ceil(span.start / step) * step; time <= span.end; time += step) {
    ticks.push(time);
  }
  return ticks;
}

/** The score axis never begins above this, so that a small wobble does not look like a fall. */
const HIGHEST_FLOOR = 0.4;

/** Scores to label, and grid lines: one in five of the scale. */
const SCORE_STEP = 0.2;

/** The scale of scores: to 100 %, from 40 % or from a step below the lowest score. */
export function scoreScale(lowest: number, top: number, bottom: number) {
  const step = Math.floor(lowest / SCORE_STEP) * SCORE_STEP;
  return scaleLinear()
    .domain([Math.max(0, Math.min(HIGHEST_FLOOR, step)), 1])
    .range([bottom, top]);
}

/** The scores to label from the scale's floor up. */
export function scoreTicks(floor: number): number[] {
  const ticks: number[] = [];
  for (let i = Math.ceil(floor / SCORE_STEP - 1e-9); i <= 5; i++) ticks.push(i * SCORE_STEP);
  return ticks;
}
