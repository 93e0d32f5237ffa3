/** One curve of a chart. */
export interface Curve {
  readonly name: string;
  readonly color: string;
  /** Time in seconds and value; null where it could not be said. */
  readonly points: readonly (readonly [number, number | null])[];
}

/** What a chart shows and how large it is, in pixels. */
export interface Chart {
  readonly title: string;
  readonly curves: readonly Curve[];
  readonly low: number;
  readonly high: number;
  /** Values that have a line and a number. */
  readonly marks: readonly number[];
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

/** Seconds between two marks of time. */
const TIME_STEP = 5;

/** Curves over time. */
export function drawChart(chart: Chart): string {
  const { title, curves, low, high, marks, seconds, width, height } = chart;
  const x = (time: number) => (time / seconds) * width;
  const y = (value: number) =>
    height * (1 - (Math.max(low, Math.min(high, value)) - low) / (high - low));
  const parts = [`<text x="0" y="-8" font-weight="600">${title}</text>`];
  for (const mark of marks) {
    parts.push(`<path d="M0 ${y(mark)}H${width}" stroke="#e1e6eb"/>`);
    parts.push(`<text x="-8" y="${y(mark) + 4}" text-anchor="end">${mark}</text>`);
  }
  for (let time = 0; time <= seconds; time += TIME_STEP) {
    parts.push(`<text x="${x(time)}" y="${height + 16}" text-anchor="middle">${time} s</text>`);
  }
  curves.forEach(({ name, color, points }, i) => {
    let pen = 'M';
    let path = '';
    for (const [time, value] of points) {
      if (value === null) pen = 'M';
      else {
        path += `${pen}${x(time).toFixed(1)} ${y(value).toFixed(1)}`;
        pen = 'L';
      }
    }
    parts.push(`<path d="${path}" fill="none" stroke="${color}" stroke-width="1.6"/>`);
    const right = width - (curves.length - 1 - i) * 130;
    parts.push(`<text x="${right}" y="-8" text-anchor="end" fill="${color}">${name}</text>`);
  });
  return parts.join('');
}
