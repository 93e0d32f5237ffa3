import type { ChartSize, JourneyGeometry } from '@poise/report/browser';
import type { PointerEvent } from 'react';

/**
 * A cursor over the journey chart. The browser's own slider, which lies unseen over the chart, gives
 * it the keyboard and its name and value to assistive technology; a pointer moves it too.
 */
export function Cursor({
  geometry,
  size,
  time,
  label,
  valueText,
  onTime,
}: {
  readonly geometry: JourneyGeometry;
  readonly size: ChartSize;
  /** Seconds; null while it is not used. */
  readonly time: number | null;
  readonly label: string;
  /** What it says at its time. */
  readonly valueText: string;
  readonly onTime: (time: number) => void;
}) {
  const { left, right, top, bottom } = geometry;
  const first = geometry.timeAt(left);
  const last = geometry.timeAt(right);
  const follow = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): void => {
    const box = currentTarget.getBoundingClientRect();
    onTime(geometry.timeAt(((clientX - box.left) / box.width) * size.width));
  };
  const x = time === null ? null : geometry.xAt(time);
  const score = time === null ? null : geometry.scoreAt(time);
  const y = score === null ? null : geometry.yAt(score);
  return (
    <div className="journey__cursor" onPointerMove={follow} onPointerDown={follow}>
      <input
        type="range"
        className="journey__slider"
        aria-label={label}
        aria-valuetext={valueText}
        min={first}
        max={last}
        step="any"
        value={time ?? first}
        onChange={({ target }) => onTime(target.valueAsNumber)}
        onKeyDown={(event) => {
          const step = KEY_STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          onTime(Math.min(last, Math.max(first, (time ?? first) + step)));
        }}
      />
      {x === null ? null : (
        <svg
          className="journey__mark"
          viewBox={`0 0 ${size.width} ${size.height}`}
          aria-hidden="true"
        >
          <path d={`M${x} ${top}V${bottom}`} />
          {y === null ? null : <circle cx={x} cy={y} r="11" />}
        </svg>
      )}
    </div>
  );
}

/** Seconds that each key moves the cursor; Home and End are the slider's own. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
