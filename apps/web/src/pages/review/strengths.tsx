import type { Insight, StrengthCode } from '@poise/report/browser';
import { useText } from '../../text/text.js';
import { CheckIcon } from '../../ui/icons.js';

/** What went well. */
export function Strengths({ strengths }: { readonly strengths: readonly Insight<StrengthCode>[] }) {
  const { review } = useText();
  return (
    <section className="section" aria-labelledby="strengths">
      <h2 id="strengths">{review.strengths}</h2>
      {strengths.length === 0 ? (
        <p className="muted">{review.noStrengths}</p>
      ) : (
        <ul className="strengths">
          {strengths.map(({ code, title, text }) => (
            <li key={code}>
              <CheckIcon className="strengths__icon" />
              <div>
                <h3>{title}</h3>
                <p className="muted">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
