import { formatInterval, formatPercent } from '@poise/report/browser';
import { confidenceLevel } from '@poise/session';
import { useState } from 'react';
import { hrefOf } from '../../app/router.js';
import { useServices } from '../../app/services.js';
import { useSettings } from '../../settings/use-settings.js';
import type { SessionDigest, SessionHead } from '../../storage/records.js';
import { dateInWords, lengthInWords } from '../../text/format.js';
import { useText } from '../../text/text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

/** Every finished session, newest first. */
export function SessionList({
  heads,
  onChanged,
  onProblem,
}: {
  readonly heads: readonly SessionHead[];
  readonly onChanged: () => void;
  readonly onProblem: (problem: unknown) => void;
}) {
  const { history, common } = useText();
  const { store } = useServices();
  const [toDelete, setToDelete] = useState<string | null>(null);
  return (
    <section className="section" aria-labelledby="list">
      <h2 id="list">{history.list}</h2>
      <ul className="sessions">
        {heads.map((head) =>
          head.digest === null ? null : (
            <li key={head.id} className="session">
              <SessionEntry head={head} digest={head.digest} />
              <DeleteButton head={head} onPress={() => setToDelete(head.id)} />
            </li>
          ),
        )}
      </ul>
      <ConfirmDialog
        open={toDelete !== null}
        danger
        title={history.deleteTitle}
        text={history.deleteText}
        confirm={common.delete}
        cancel={common.cancel}
        onConfirm={() => {
          if (toDelete !== null) store.delete(toDelete).then(onChanged, onProblem);
          setToDelete(null);
        }}
        onCancel={() => setToDelete(null)}
      />
    </section>
  );
}

function SessionEntry({
  head,
  digest,
}: {
  readonly head: SessionHead;
  readonly digest: SessionDigest;
}) {
  const { history, levels, review } = useText();
  const { language } = useSettings().settings;
  const { score, interval, duration } = digest;
  const date = dateInWords(head.startedAt, language, 'medium');
  const source =
    head.source.kind === 'live' ? history.live : history.recording(head.source.name ?? '');
  return (
    <a className="session__open" href={hrefOf({ page: 'review', id: head.id })}>
      <span className={`session__score${score === null ? ' session__score--none' : ''}`}>
        {score === null ? history.noScore : formatPercent(score)}
      </span>
      <span className="session__words">
        <span className="session__date">{date}</span>
        <span className="muted small">
          {[
            source,
            lengthInWords(duration),
            ...(score === null ? [] : [levels[confidenceLevel(score)]]),
            ...(interval === null
              ? []
              : [review.between(...formatInterval({ lower: interval[0], upper: interval[1] }))]),
            ...(head.hasRecording ? [history.hasRecording] : []),
          ].join(' · ')}
        </span>
      </span>
    </a>
  );
}

function DeleteButton({
  head,
  onPress,
}: {
  readonly head: SessionHead;
  readonly onPress: () => void;
}) {
  const { history, common } = useText();
  const { language } = useSettings().settings;
  return (
    <button
      type="button"
      className="button button--quiet"
      aria-label={history.delete(dateInWords(head.startedAt, language))}
      onClick={onPress}
    >
      {common.delete}
    </button>
  );
}
