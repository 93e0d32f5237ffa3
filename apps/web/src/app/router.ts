import { useSyncExternalStore } from 'react';

/** Where the person is. */
export type Route =
  | { readonly page: 'welcome' }
  | { readonly page: 'setup' }
  | { readonly page: 'practice' }
  | { readonly page: 'review'; readonly id: string }
  | { readonly page: 'history' }
  | { readonly page: 'import' }
  | { readonly page: 'about' }
  | { readonly page: 'unknown' };

const SIMPLE_PAGES = ['setup', 'practice', 'history', 'import', 'about'] as const;

/**
 * Reads the part of the address behind "#". Hash routes need nothing of the server, so that the
 * page works in any folder of any server.
 *
 * @param hash - for example "#/review/20251128_001234".
 */
export function parseRoute(hash: string): Route {
  const [name = '', id, ...rest] = hash.replace(/^#?\/?/, '').split('/');
  if (rest.length > 0) return { page: 'unknown' };
  if (name === 'review' && id !== undefined && id !== '') return { page: 'review', id };
  if (id !== undefined) return { page: 'unknown' };
  if (name === '') return { page: 'welcome' };
  const simple = SIMPLE_PAGES.find((page) => page === name);
  return { page: simple ?? 'unknown' };
}

/** The address of a page, for a link's `href`. */
export function hrefOf(route: Exclude<Route, { page: 'unknown' }>): string {
  if (route.page === 'welcome') return '#/';
  return route.page === 'review' ? `#/review/${route.id}` : `#/${route.page}`;
}

/**
 * Goes to a page.
 *
 * @param options - `replace`: the way back leads past the page that is left.
 */
export function goTo(
  route: Exclude<Route, { page: 'unknown' }>,
  options: { readonly replace?: boolean } = {},
): void {
  if (options.replace === true) location.replace(hrefOf(route));
  else location.hash = hrefOf(route);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The address behind "#" now. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash);
}
