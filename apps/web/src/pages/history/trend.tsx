import { formatPercent } from '@poise/report/browser';
import { useRef } from 'react';
import { useSettings } from '../../settings/use-settings.js';
import type { SessionHead } from '../../storage/records.js';
import { shortDate } from '../../text/format.js';
import { useText } from '../../text/text.js';
import { useWidth } from '../../ui/use-width.js';
import { type TrendPoint, trendPoints } from './trend-points.js';

const HEIGHT = 240;
const EDGE = { left: 52, right: 24, top: 16, bottom: 36 };

/** The scores to label: one in five of the scale. */
const GRID = [0.4, 0.6, 0.8, 1] as const;

/** Pixels between two labels of dates. */
const LABEL_ROOM = 64;

/** The person's own scores with their ranges, session by session. */
export function Trend({ heads }: { readonly heads: readonly SessionHead[] }) {
  const { history } = useText();
  const { language } = useSettings().settings;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const points = trendPoints(heads);
  const [first] = points;
  const last = points.at(-1);
  return (
    <section className="section" aria-labelledby="trend">
      <h2 id="trend">{history.trend}</h2>
      <div ref={frame} className="trend">
        {first === undefined || last === undefined || points.length < 2 ? (
          <p className="muted">{history.trendOne}</p>
        ) : (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-label={history.trendLabel(
              points.length,
              shortDate(first.startedAt, language),
              shortDate(last.startedAt, language),
            )}
          >
            <TrendDrawing points={points} width={width} />
          </svg>
        )}
      </div>
      {points.length < 2 ? null : <p className="muted small">{history.overlap}</p>}
    </section>
  );
}

function TrendDrawing({
  points,
  width,
}: {
  readonly points: readonly TrendPoint[];
  readonly width: number;
}) {
  const { language } = useSettings().settings;
  const floor = Math.min(GRID[0], ...points.map(({ lower }) => Math.floor(lower * 5) / 5));
  const right = width - EDGE.right;
  const bottom = HEIGHT - EDGE.bottom;
  const y = (score: number): number =>
    bottom - ((score - floor) / (1 - floor)) * (bottom - EDGE.top);
  const step = (right - EDGE.left) / points.length;
  const x = (i: number): number => EDGE.left + (i + 0.5) * step;
  const every = Math.max(1, Math.ceil(LABEL_ROOM / step));
  return (
    <>
      {GRID.map((score) => (
        <g key={score}>
          <path className="trend__grid" d={`M${EDGE.left} ${y(score)}H${right}`} />
          <text className="trend__label" x={EDGE.left - 10} y={y(score) + 4} textAnchor="end">
            {formatPercent(score)}
          </text>
        </g>
      ))}
      <path
        className="trend__line"
        d={`M${points.map(({ score }, i) => `${x(i)} ${y(score)}`).join('L')}`}
      />
      {points.map(({ id, startedAt, score, lower, upper }, i) => (
        <g key={id}>
          <path className="trend__range" d={`M${x(i)} ${y(upper)}V${y(lower)}`} />
          <circle className="trend__point" cx={x(i)} cy={y(score)} r="5" />
          {(points.length - 1 - i) % every === 0 ? (
            <text className="trend__label" x={x(i)} y={HEIGHT - 10} textAnchor="middle">
              {shortDate(startedAt, language)}
            </text>
          ) : null}
        </g>
      ))}
    </>
  );
}
