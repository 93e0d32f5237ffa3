import { useEffect } from 'react';
import { useServices } from '../../app/services.js';

/** The page itself comes first: its own files, and the first look at it. */
const DELAY_MILLISECONDS = 500;

/**
 * Loads the models while the person reads, so that the first frame is read soon after their consent.
 * The camera stays closed. What fails is tried again, and said, where the camera opens.
 */
export function useEarlyEngine(): void {
  const { engine } = useServices();
  useEffect(() => {
    const timer = setTimeout(() => void engine.start(), DELAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [engine]);
}
