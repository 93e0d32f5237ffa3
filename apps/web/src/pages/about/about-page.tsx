import { useText } from '../../text/text.js';
import { PageTitle } from '../../ui/page-title.js';
import { modelFigures } from './model-figures.js';
import './about.css';

/** How Poise works, how good its model is, its limits, its licences, and what becomes of the pictures. */
export function AboutPage() {
  const text = useText();
  const { about } = text;
  const figures = modelFigures();
  const percent = (share: number, digits: number): string =>
    new Intl.NumberFormat(text.language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(share * 100);
  return (
    <div className="about">
      <PageTitle title={about.title} />
      <section className="section" aria-labelledby="how">
        <h2 id="how">{about.howTitle}</h2>
        <ol className="about__steps">
          {about.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section className="section" aria-labelledby="measured">
        <h2 id="measured">{about.measuredTitle}</h2>
        <p>{about.measuredText}</p>
        <dl className="figures">
          <Figure value={`${percent(figures.agreement, 1)} %`} name={about.measured.agreement} />
          <Figure value={percent(figures.calibration / 100, 3)} name={about.measured.calibration} />
          <Figure
            value={`${percent(figures.neutralCalledNegative, 1)} %`}
            name={about.measured.neutral}
          />
        </dl>
        <p>
          {about.measuredWorst(`${percent(figures.disgust, 0)} %`, `${percent(figures.sad, 0)} %`)}
        </p>
      </section>
      <Points id="limits" title={about.limitsTitle} points={about.limits} />
      <Points id="privacy" title={about.privacyTitle} points={about.privacy} />
      <section className="section" aria-labelledby="licences">
        <h2 id="licences">{about.licencesTitle}</h2>
        <p>{about.licences}</p>
      </section>
    </div>
  );
}

function Figure({ value, name }: { readonly value: string; readonly name: string }) {
  return (
    <div className="figures__one">
      <dt className="muted small">{name}</dt>
      <dd className="figures__value">{value}</dd>
    </div>
  );
}

function Points({
  id,
  title,
  points,
}: {
  readonly id: string;
  readonly title: string;
  readonly points: readonly string[];
}) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="about__points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
