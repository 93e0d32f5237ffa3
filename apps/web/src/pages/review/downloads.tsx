import { reportFileNames } from '@poise/report/browser';
import { sessionFileName } from '@poise/session';
import { useState } from 'react';
import { goTo, hrefOf } from '../../app/router.js';
import { useServices } from '../../app/services.js';
import { useSettings } from '../../settings/use-settings.js';
import type { StoredSession } from '../../storage/records.js';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { download } from '../../ui/download.js';
import { NotKept } from '../../ui/not-kept.js';
import { Notice } from '../../ui/notice.js';
import { pastSummaries } from './past-summaries.js';

/** The report as files and on paper, the way to the next practice, and the way out of the store. */
export function Downloads({ session }: { readonly session: StoredSession }) {
  const { head, summary } = session;
  const { review, common, errors } = useText();
  const { language } = useSettings().settings;
  const { reports, store } = useServices();
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [asks, setAsks] = useState(false);
  const names = reportFileNames(summary.session_id);

  const save = async (name: string, make: () => Promise<Blob>): Promise<void> => {
    setMaking(true);
    setProblem(null);
    try {
      download(await make(), name);
    } catch (error) {
      setProblem(error);
    } finally {
      setMaking(false);
    }
  };
  const files = [
    {
      // Light whatever the page is: a picture is sent on and printed.
      label: review.png,
      name: names.picture,
      make: () => reports.png(summary, 'light', language),
    },
    {
      label: review.text,
      name: names.text,
      make: async () => reports.text(summary, await pastSummaries(store, head), language),
    },
    {
      label: review.json,
      name: sessionFileName(summary.session_id),
      make: async () =>
        new Blob([`${JSON.stringify(summary, null, 2)}\n`], { type: 'application/json' }),
    },
  ];
  return (
    <section className="section downloads no-print" aria-labelledby="downloads">
      <h2 id="downloads">{review.downloads}</h2>
      <NotKept />
      {problem === null ? null : (
        <Notice kind="warning" announce>
          <p>{errorSentence(errors, problem)}</p>
        </Notice>
      )}
      <div className="actions">
        {files.map(({ label, name, make }) => (
          <button
            key={name}
            type="button"
            className="button"
            disabled={making}
            onClick={() => void save(name, make)}
          >
            {label}
          </button>
        ))}
        <button type="button" className="button" onClick={() => print()}>
          {review.print}
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {making ? review.making : ''}
      </p>
      <div className="actions downloads__end">
        <a className="button button--primary" href={hrefOf({ page: 'welcome' })}>
          {review.again}
        </a>
        <button type="button" className="button button--danger" onClick={() => setAsks(true)}>
          {common.delete}
        </button>
      </div>
      <ConfirmDialog
        open={asks}
        danger
        title={review.deleteTitle}
        text={review.deleteText}
        confirm={common.delete}
        cancel={common.cancel}
        onConfirm={() => {
          setAsks(false);
          store
            .delete(head.id)
            .then(() => goTo({ page: 'history' }, { replace: true }), setProblem);
        }}
        onCancel={() => setAsks(false)}
      />
    </section>
  );
}
