import { useState } from 'react';
import { goTo } from '../../app/router.js';
import { useServices } from '../../app/services.js';
import { useSettings } from '../../settings/use-settings.js';
import type { SessionHead } from '../../storage/records.js';
import { errorSentence } from '../../text/error-sentence.js';
import { dateInWords, lengthInWords } from '../../text/format.js';
import { useText } from '../../text/text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { useUnfinished } from './use-unfinished.js';
import './unfinished.css';

/** Sessions that were cut off: their report can still be made. */
export function Unfinished() {
  const { heads, forget } = useUnfinished();
  return heads.map((head) => <UnfinishedSession key={head.id} head={head} onGone={forget} />);
}

function UnfinishedSession({
  head,
  onGone,
}: {
  readonly head: SessionHead;
  readonly onGone: (id: string) => void;
}) {
  const text = useText();
  const { language } = useSettings().settings;
  const { reports, store } = useServices();
  const [making, setMaking] = useState(false);
  const [asks, setAsks] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { unfinished } = text;

  const make = (): void => {
    setMaking(true);
    setProblem(null);
    reports
      .finish(head.id)
      .then(() => goTo({ page: 'review', id: head.id }))
      .catch((error: unknown) => {
        setMaking(false);
        setProblem(error);
      });
  };
  const discard = (): void => {
    setAsks(false);
    store.delete(head.id).then(() => onGone(head.id), setProblem);
  };

  return (
    <div className="unfinished">
      <Notice>
        <h2>{unfinished.title}</h2>
        <p>{unfinished.text(dateInWords(head.startedAt, language), lengthInWords(head.seconds))}</p>
        {problem === null ? null : <p role="alert">{errorSentence(text.errors, problem)}</p>}
        <div className="actions">
          <button type="button" className="button button--primary" disabled={making} onClick={make}>
            {making ? unfinished.making : unfinished.report}
          </button>
          <button type="button" className="button" disabled={making} onClick={() => setAsks(true)}>
            {unfinished.discard}
          </button>
        </div>
      </Notice>
      <ConfirmDialog
        open={asks}
        danger
        title={unfinished.discardTitle}
        text={unfinished.discardText}
        confirm={unfinished.discard}
        cancel={text.common.cancel}
        onConfirm={discard}
        onCancel={() => setAsks(false)}
      />
    </div>
  );
}
