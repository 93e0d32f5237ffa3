import { useEffect, useState } from 'react';

/**
 * Whether something has held for a while without a break.
 *
 * @param holds - whether it holds now.
 * @param milliseconds - for how long it must.
 */
export function useLasting(holds: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!holds) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [holds, milliseconds]);
  return lasts;
}
