import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { LiveCameraProvider } from '../pages/live/live-camera.js';
import { NotFoundPage } from '../pages/not-found-page.js';
import { WelcomePage } from '../pages/welcome/welcome-page.js';
import { useThemeOnRoot } from '../settings/theme.js';
import { useText } from '../text/text.js';
import { ErrorBoundary } from './error-boundary.js';
import { Layout, SkipLink } from './layout.js';
import { goTo, parseRoute, type Route, useHash } from './router.js';
import { useVisit } from './visit.js';

const SetupPage = lazy(() =>
  import('../pages/setup/setup-page.js').then((it) => ({ default: it.SetupPage })),
);
const PracticePage = lazy(() =>
  import('../pages/practice/practice-page.js').then((it) => ({ default: it.PracticePage })),
);
const ReviewPage = lazy(() =>
  import('../pages/review/review-page.js').then((it) => ({ default: it.ReviewPage })),
);
const HistoryPage = lazy(() =>
  import('../pages/history/history-page.js').then((it) => ({ default: it.HistoryPage })),
);
const ImportPage = lazy(() =>
  import('../pages/import/import-page.js').then((it) => ({ default: it.ImportPage })),
);
const AboutPage = lazy(() =>
  import('../pages/about/about-page.js').then((it) => ({ default: it.AboutPage })),
);

/** The page as a whole: the address says what is shown. */
export function App() {
  const text = useText();
  const hash = useHash();
  const route = parseRoute(hash);
  useThemeOnRoot();
  useEffect(() => {
    // Another address is another page: it begins at its top.
    if (hash !== '') scrollTo(0, 0);
  }, [hash]);
  return (
    <ErrorBoundary text={text}>
      {isLive(route) ? (
        <Consented>
          <LiveCameraProvider>
            <Framed route={route} />
          </LiveCameraProvider>
        </Consented>
      ) : (
        <Framed route={route} />
      )}
    </ErrorBoundary>
  );
}

/** The practice has the whole window, so that the question can stand under the camera. */
function Framed({ route }: { readonly route: Route }) {
  const { common } = useText();
  const page = (
    <Suspense fallback={<p className="muted">{common.loading}</p>}>
      <Page route={route} />
    </Suspense>
  );
  if (route.page !== 'practice') return <Layout route={route}>{page}</Layout>;
  return (
    <div className="frame">
      <SkipLink />
      <main className="page practice-main" id="content" tabIndex={-1}>
        {page}
      </main>
    </div>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'welcome':
      return <WelcomePage />;
    case 'setup':
      return <SetupPage />;
    case 'practice':
      return <PracticePage />;
    case 'review':
      return <ReviewPage id={route.id} />;
    case 'history':
      return <HistoryPage />;
    case 'import':
      return <ImportPage />;
    case 'about':
      return <AboutPage />;
    case 'unknown':
      return <NotFoundPage />;
  }
}

/** Without consent in this visit no camera opens: the address leads to the first page. */
function Consented({ children }: { readonly children: ReactNode }) {
  const { consented } = useVisit();
  useEffect(() => {
    if (!consented) goTo({ page: 'welcome' }, { replace: true });
  }, [consented]);
  return consented ? children : null;
}

function isLive({ page }: Route): boolean {
  return page === 'setup' || page === 'practice';
}
