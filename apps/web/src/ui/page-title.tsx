import { useEffect, useRef } from 'react';
import { useVisit } from '../app/visit.js';
import { useTitle } from './use-title.js';

/**
 * The page's heading. It names the browser's tab, and takes the focus when the page was reached
 * from another one, so that a screen reader begins there.
 */
export function PageTitle({ title, lead }: { readonly title: string; readonly lead?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  const moved = useRef(useVisit().moved);
  useEffect(() => {
    if (moved.current) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page-head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead === undefined ? null : <p className="lead">{lead}</p>}
    </div>
  );
}
