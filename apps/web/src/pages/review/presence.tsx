import { presenceView, type ReportWords } from '@poise/report/browser';
import type { SessionSummary } from '@poise/session';

/** How the person came across beside their expression: figures with their evidence, for practice. */
export function Presence({
  summary,
  words,
}: {
  readonly summary: SessionSummary;
  readonly words: ReportWords;
}) {
  const view = presenceView(summary, words);
  if (view === null || view.figures.length + view.missing.length === 0) return null;
  const { presence } = words;
  return (
    <section className="section" aria-labelledby="presence">
      <h2 id="presence">{presence.heading}</h2>
      <p className="muted small">{presence.intro}</p>
      <dl className="facts__list">
        {view.figures.map(({ name, value, evidence }) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd>
              {value}
              {evidence === '' ? null : <span className="presence__evidence">{evidence}</span>}
            </dd>
          </div>
        ))}
        {view.eyes.facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {[view.learnedFrom, ...view.eyes.notes, ...view.missing].map((sentence) =>
        sentence === null ? null : (
          <p key={sentence} className="muted small">
            {sentence}
          </p>
        ),
      )}
      {view.findings.length === 0 ? null : (
        <details className="facts">
          <summary>{presence.research}</summary>
          <ul className="presence__findings small">
            {view.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
