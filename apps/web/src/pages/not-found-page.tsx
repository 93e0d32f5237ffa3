import { hrefOf } from '../app/router.js';
import { useText } from '../text/text.js';
import { PageTitle } from '../ui/page-title.js';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const { notFound, common } = useText();
  return (
    <>
      <PageTitle title={notFound.title} lead={notFound.text} />
      <a className="button button--primary" href={hrefOf({ page: 'welcome' })}>
        {common.toStart}
      </a>
    </>
  );
}
