/** A bar that fills. The browser's own element tells assistive technology on demand, unasked never. */
export function Progress({
  label,
  value,
  max,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}) {
  return <progress className="progress" aria-label={label} value={value} max={Math.max(1, max)} />;
}
