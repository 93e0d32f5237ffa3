import { hrefOf } from '../../app/router.js';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { Notice } from '../../ui/notice.js';
import { PageTitle } from '../../ui/page-title.js';
import { Review } from './review.js';
import { useStoredSession } from './use-stored-session.js';

/** The report of one stored session. */
export function ReviewPage({ id }: { readonly id: string }) {
  const { review, errors, history, nav } = useText();
  const request = useStoredSession(id);
  if (request.status === 'there') return <Review session={request.session} />;
  return (
    <>
      <PageTitle title={review.title} />
      {request.status === 'loading' ? (
        <p className="muted">{review.loading}</p>
      ) : (
        <div className="stack">
          <Notice kind="warning">
            <p>
              {request.status === 'missing' ? review.missing : errorSentence(errors, request.error)}
            </p>
          </Notice>
          <p className="actions">
            <a className="button" href={hrefOf({ page: 'history' })}>
              {history.title}
            </a>
            <a className="button" href={hrefOf({ page: 'welcome' })}>
              {nav.practise}
            </a>
          </p>
        </div>
      )}
    </>
  );
}
