import type { ReactNode } from 'react';
import { useText } from '../text/text.js';
import { Mark } from '../ui/icons.js';
import { Footer } from './footer.js';
import { hrefOf, type Route } from './router.js';

const NAVIGATION = [
  { page: 'welcome', name: 'practise' },
  { page: 'history', name: 'history' },
  { page: 'import', name: 'import' },
  { page: 'about', name: 'about' },
] as const;

/** The frame of every page but the practice itself: header, navigation, content, footer. */
export function Layout({
  route,
  children,
}: {
  readonly route: Route;
  readonly children: ReactNode;
}) {
  const text = useText();
  const current = route.page === 'setup' ? 'welcome' : route.page;
  return (
    <div className="frame">
      <SkipLink />
      <header className="header">
        <div className="page header__row">
          <a className="brand" href={hrefOf({ page: 'welcome' })}>
            <Mark />
            {text.product}
          </a>
          <nav className="nav" aria-label={text.nav.label}>
            {NAVIGATION.map(({ page, name }) => (
              <a
                key={page}
                href={hrefOf({ page })}
                {...(page === current ? { 'aria-current': 'page' as const } : {})}
              >
                {text.nav[name]}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main className="page main" id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </div>
  );
}

/** The first stop of the Tab key. It moves the focus itself: an address of "#content" is no route. */
export function SkipLink() {
  const text = useText();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page, as a link does.
    <a
      className="skip"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      {text.skip}
    </a>
  );
}
