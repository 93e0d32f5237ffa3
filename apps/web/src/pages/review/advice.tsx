import type { ImprovementCode, Insight } from '@poise/report/browser';
import { useText } from '../../text/text.js';

/** The one thing to work on next; the others fold away. */
export function Advice({
  action,
  others,
}: {
  readonly action: Insight<ImprovementCode>;
  readonly others: readonly Insight<ImprovementCode>[];
}) {
  const { review } = useText();
  return (
    <section className="card advice" aria-labelledby="next">
      <p className="advice__label">{review.next}</p>
      <h2 id="next" className="advice__title">
        {action.title}
      </h2>
      <p className="advice__text">{action.text}</p>
      {others.length === 0 ? null : (
        <details className="advice__others">
          <summary>{review.also}</summary>
          <ul className="stack">
            {others.map(({ code, title, text }) => (
              <li key={code}>
                <h3>{title}</h3>
                <p className="muted">{text}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
