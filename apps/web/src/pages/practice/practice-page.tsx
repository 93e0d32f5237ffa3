import { hrefOf } from '../../app/router.js';
import { useVisit } from '../../app/visit.js';
import type { PracticePlan } from '../../practice/snapshot.js';
import { useText } from '../../text/text.js';
import { PageTitle } from '../../ui/page-title.js';
import { CameraProblem } from '../live/camera-problem.js';
import { EngineProblem } from '../live/engine-problem.js';
import { Practice } from './practice.js';
import { usePractice } from './use-practice.js';
import '../live/preview.css';
import './practice.css';

/** The practice: it begins as soon as the camera and the engine are there. */
export function PracticePage() {
  const { plan } = useVisit();
  const { practice } = useText();
  if (plan !== null) return <PlannedPractice plan={plan} />;
  return (
    <>
      <PageTitle title={practice.title} lead={practice.noPlan} />
      <a className="button button--primary" href={hrefOf({ page: 'setup' })}>
        {practice.startedLate}
      </a>
    </>
  );
}

function PlannedPractice({ plan }: { readonly plan: PracticePlan }) {
  const { practice } = useText();
  const running = usePractice(plan);
  if (running !== null) return <Practice plan={plan} {...running} />;
  return (
    <div className="practice__waiting stack">
      <PageTitle title={practice.preparing} />
      <CameraProblem />
      <EngineProblem />
      <a className="button" href={hrefOf({ page: 'setup' })}>
        {practice.back}
      </a>
    </div>
  );
}
