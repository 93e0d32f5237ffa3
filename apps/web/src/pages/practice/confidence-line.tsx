import { useText } from '../../text/text.js';
import { linePath } from './line-path.js';

/** A thin line without numbers: the confidence of the last minute. */
export function ConfidenceLine({ line }: { readonly line: readonly (number | null)[] }) {
  const { practice } = useText();
  return (
    <figure className="confidence-line">
      <svg viewBox="0 -4 100 108" preserveAspectRatio="none" aria-hidden="true">
        <path
          className="confidence-line__ground"
          d="M0 100H100"
          vectorEffect="non-scaling-stroke"
        />
        <path
          className="confidence-line__line"
          d={linePath(line)}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="muted small">{practice.lineLabel}</figcaption>
    </figure>
  );
}
