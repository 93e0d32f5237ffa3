import { hrefOf } from '../../app/router.js';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { Notice } from '../../ui/notice.js';
import { PageTitle } from '../../ui/page-title.js';
import { DropZone } from './drop-zone.js';
import { useFileDrop } from './use-file-drop.js';
import { useImport } from './use-import.js';
import { Working } from './working.js';
import './import.css';

/** A recording of the person's own, analysed in this browser. */
export function ImportPage() {
  const text = useText();
  const { state, start, cancel } = useImport();
  const over = useFileDrop((file) => {
    // One at a time.
    if (state.status !== 'working') start(file);
  });
  return (
    <div className="import stack">
      <PageTitle title={text.import.title} lead={text.import.lead} />
      {state.status === 'failed' ? (
        <Notice kind="warning" announce>
          <h2>{text.import.failed}</h2>
          <p>{errorSentence(text.errors, state.error)}</p>
        </Notice>
      ) : null}
      {state.status === 'cancelled' ? (
        <Notice announce>
          <p>{text.import.cancelled}</p>
        </Notice>
      ) : null}
      {state.status === 'partial' ? (
        <Notice announce>
          <p>{text.import.partial}</p>
          <a className="button button--primary" href={hrefOf({ page: 'review', id: state.id })}>
            {text.import.report}
          </a>
        </Notice>
      ) : null}
      {state.status === 'working' ? (
        <Working {...state} onCancel={cancel} />
      ) : (
        <DropZone over={over} onFile={start} />
      )}
      <p className="muted small">{text.import.notice}</p>
    </div>
  );
}
