import { useLiveCamera } from '../live/live-camera.js';
import { useEngineState } from '../live/use-engine.js';

/** Whether the camera and the models are there, so that a paused practice can go on. */
export function useReady(): boolean {
  const { state } = useLiveCamera();
  const engine = useEngineState();
  return state.status === 'open' && engine.status === 'ready';
}
