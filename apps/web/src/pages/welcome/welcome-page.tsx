import { goTo, hrefOf } from '../../app/router.js';
import { useVisit } from '../../app/visit.js';
import { useText } from '../../text/text.js';
import { PageTitle } from '../../ui/page-title.js';
import { Unfinished } from '../unfinished/unfinished.js';
import { ExampleReport } from './example-report.js';
import { useEarlyEngine } from './use-early-engine.js';
import './welcome.css';

/** What Poise does and does not, and the consent without which no camera opens. */
export function WelcomePage() {
  const text = useText();
  const { agree } = useVisit();
  const { welcome } = text;
  useEarlyEngine();
  return (
    <>
      <Unfinished />
      <div className="welcome">
        <div className="welcome__words">
          <PageTitle title={welcome.title} lead={welcome.lead} />
          <section className="card consent" aria-labelledby="consent-title">
            <h2 id="consent-title">{welcome.consentTitle}</h2>
            <ul className="consent__points">
              {welcome.consent.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <button
              type="button"
              className="button button--primary button--large"
              onClick={() => {
                agree();
                goTo({ page: 'setup' });
              }}
            >
              {welcome.agree}
            </button>
            <p className="muted small">{welcome.asked}</p>
          </section>
          <p className="welcome__links">
            <a href={hrefOf({ page: 'import' })}>{welcome.import}</a>
            <a href={hrefOf({ page: 'history' })}>{welcome.history}</a>
          </p>
        </div>
        <ExampleReport />
      </div>
      <section className="honest" aria-labelledby="honest-title">
        <h2 id="honest-title">{welcome.honestTitle}</h2>
        <ul className="honest__points">
          {welcome.honest.map(({ title, text: sentence }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p className="muted">{sentence}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
