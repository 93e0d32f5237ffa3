import { useState } from 'react';
import { hrefOf } from '../../app/router.js';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { NotKept } from '../../ui/not-kept.js';
import { Notice } from '../../ui/notice.js';
import { PageTitle } from '../../ui/page-title.js';
import { Unfinished } from '../unfinished/unfinished.js';
import { Archive } from './archive.js';
import { SessionList } from './session-list.js';
import { Trend } from './trend.js';
import { useSessions } from './use-sessions.js';
import './history.css';

/** The person's own sessions: how their score went, and each of them to open or to delete. */
export function HistoryPage() {
  const { history, errors } = useText();
  const sessions = useSessions();
  const [problem, setProblem] = useState<unknown>(null);
  const shown = problem ?? sessions.problem;
  return (
    <div className="stack history">
      <Unfinished />
      <PageTitle title={history.title} lead={history.lead} />
      {shown === null ? null : (
        <Notice kind="warning" announce>
          <p>{errorSentence(errors, shown)}</p>
        </Notice>
      )}
      <NotKept />
      {sessions.heads === null ? null : sessions.heads.length === 0 ? (
        <section className="card history__empty">
          <h2>{history.empty}</h2>
          <p className="muted">{history.emptyText}</p>
          <a className="button button--primary" href={hrefOf({ page: 'welcome' })}>
            {history.first}
          </a>
        </section>
      ) : (
        <>
          <Trend heads={sessions.heads} />
          <SessionList heads={sessions.heads} onChanged={sessions.reload} onProblem={setProblem} />
        </>
      )}
      <Archive
        finished={sessions.heads?.length ?? 0}
        unfinished={sessions.unfinished}
        onChanged={sessions.reload}
        onProblem={setProblem}
      />
    </div>
  );
}
