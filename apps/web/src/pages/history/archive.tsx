import { useState } from 'react';
import { useServices } from '../../app/services.js';
import { useText } from '../../text/text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { download } from '../../ui/download.js';
import { FileButton } from '../../ui/file-button.js';

/** The name of the file that holds all sessions. */
const ARCHIVE_NAME = 'poise-sessions.json';

/** Everything at once: export, import, delete. */
export function Archive({
  finished,
  unfinished,
  onChanged,
  onProblem,
}: {
  /** How many sessions have a report. */
  readonly finished: number;
  /** How many were cut off; they go with the others when all are deleted. */
  readonly unfinished: number;
  readonly onChanged: () => void;
  readonly onProblem: (problem: unknown) => void;
}) {
  const { history, common } = useText();
  const { store } = useServices();
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState('');

  const importFile = async (file: File): Promise<void> => {
    const { added, skipped, bad } = await store.importArchive(file);
    const imported = history.imported(added.length, skipped.length);
    setDone(bad.length === 0 ? imported : `${imported} ${history.unreadable(bad.length)}`);
    onChanged();
  };
  const start = (work: Promise<void>): void => {
    onProblem(null);
    setDone('');
    work.catch(onProblem);
  };

  return (
    <div className="stack">
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={finished === 0}
          onClick={() => start(store.exportAll().then((file) => download(file, ARCHIVE_NAME)))}
        >
          {history.exportAll}
        </button>
        <FileButton
          label={history.importFile}
          accept=".json,application/json"
          onFile={(file) => start(importFile(file))}
        />
        <button
          type="button"
          className="button button--danger"
          disabled={finished + unfinished === 0}
          onClick={() => setAsks(true)}
        >
          {history.deleteAll}
        </button>
      </div>
      <p role="status">{done}</p>
      <ConfirmDialog
        open={asks}
        danger
        title={history.deleteAllTitle}
        text={history.deleteAllText(finished + unfinished)}
        confirm={history.deleteAll}
        cancel={common.cancel}
        onConfirm={() => {
          setAsks(false);
          start(store.deleteAll().then(onChanged));
        }}
        onCancel={() => setAsks(false)}
      />
    </div>
  );
}
