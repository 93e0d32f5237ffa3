/** Where the score and its range lie between 0 and 100 %. The numbers stand above it in words. */
export function ScoreScale({
  average,
  interval,
}: {
  readonly average: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}) {
  const { lower, upper } = interval ?? { lower: average, upper: average };
  return (
    <div className="scale" aria-hidden="true">
      <span
        className="scale__range"
        style={{ left: `${lower * 100}%`, width: `${(upper - lower) * 100}%` }}
      />
      <span className="scale__mark" style={{ left: `${average * 100}%` }} />
    </div>
  );
}
