import { useEffect } from 'react';
import { useText } from '../text/text.js';

/** Names the browser's tab. */
export function useTitle(title: string): void {
  const { product } = useText();
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}
