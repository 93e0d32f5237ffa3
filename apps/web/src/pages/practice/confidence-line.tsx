import { useText } from '../../text/text.js';
import { linePath } from './line-path.js';

/** A thin line without numbers: the confidence of the last minute. */
export function ConfidenceLine({ line }: { readonly line: readonly (number | null)[] }) {
  const { practice } = useText();
  return (
    <svg
      className="confidence-line"
      viewBox="0 -4 100 108"
      preserveAspectRatio="none"
      role="img"
      aria-label={practice.lineLabel}
    >
      <path className="confidence-line__ground" d="M0 100H100" vectorEffect="non-scaling-stroke" />
      <path
        className="confidence-line__line"
        d={linePath(line)}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
