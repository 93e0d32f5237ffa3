import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.js';
import type { EngineState } from '../../engine/reading.js';

/** Where the engine stands. */
export function useEngineState(): EngineState {
  const { engine } = useServices();
  const subscribe = useCallback((listener: () => void) => engine.subscribe(listener), [engine]);
  return useSyncExternalStore(subscribe, () => engine.state);
}

/** Starts the engine as soon as the component is mounted, and says where it stands. */
export function useEngine(): EngineState {
  const { engine } = useServices();
  useEffect(() => {
    void engine.start();
  }, [engine]);
  return useEngineState();
}
