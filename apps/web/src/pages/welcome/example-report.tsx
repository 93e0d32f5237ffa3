import { useText } from '../../text/text.js';

/** The line of the example: smiles rise from a resting face, and more of them towards the end. */
const LINE =
  'M0 96 C14 96 18 90 26 92 S40 98 50 96 60 58 68 58 78 94 88 92 104 90 112 88 122 44 132 42 146 84 156 80 172 82 180 76 190 34 202 30 214 38 224 34 236 66 246 62 256 28 268 26 284 30 300 28';

/** A small made-up report, so that a person knows what comes of a practice. */
export function ExampleReport() {
  const { welcome } = useText();
  const { example } = welcome;
  return (
    <figure className="example">
      <div className="example__card">
        <p className="muted small">{example.heading}</p>
        <p className="example__score">
          <span className="example__number">
            79<span className="example__percent"> %</span>
          </span>
          <span className="example__level">
            <strong>{example.level}</strong>
            <span className="muted small">{example.interval}</span>
          </span>
        </p>
        <p className="example__headline">{example.headline}</p>
        <svg className="example__chart" viewBox="0 0 300 120" aria-hidden="true">
          <path className="example__grid" d="M0 20H300M0 60H300M0 100H300" />
          <path className="example__line" d={LINE} />
        </svg>
        <div className="example__action">
          <p className="example__next small">{example.next}</p>
          <p>
            <strong>{example.action}</strong>
          </p>
        </div>
      </div>
      <figcaption className="muted small">{welcome.exampleLabel}</figcaption>
    </figure>
  );
}
