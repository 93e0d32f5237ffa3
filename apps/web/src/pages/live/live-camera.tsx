import { PoiseError } from '@poise/core';
import { type Camera, type CameraDevice, openCamera } from '@poise/media/browser';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useCameraDevices } from './use-camera-devices.js';

/** Where the camera stands. */
export type CameraState =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly camera: Camera }
  | { readonly status: 'failed'; readonly error: PoiseError };

/** The camera of the setup and the practice, and what can be done with it. */
export interface LiveCamera {
  readonly state: CameraState;
  /** Whether it is open and yet gives no picture. */
  readonly silent: boolean;
  /** The cameras to choose from; empty until one was open. */
  readonly devices: readonly CameraDevice[];
  /** Closes the camera and opens another. */
  readonly choose: (deviceId: string) => void;
  /** Opens it anew, after a failure or a loss. */
  readonly retry: () => void;
  /** Says that a picture came. */
  readonly sawPicture: () => void;
}

const CameraContext = createContext<LiveCamera | null>(null);

const OPENING: CameraState = { status: 'opening' };

/** What is asked for: another object opens the camera anew. */
interface CameraRequest {
  /** null: the one that the browser or the person chooses. */
  readonly deviceId: string | null;
  /** Whether another one will do where that one is gone. */
  readonly orAny: boolean;
}

const ANY_CAMERA: CameraRequest = { deviceId: null, orAny: true };

async function openRequested(
  { deviceId, orAny }: CameraRequest,
  signal: AbortSignal,
): Promise<Camera> {
  if (deviceId === null) return openCamera({ signal });
  return openCamera({ deviceId, signal }).catch((error: unknown) => {
    const gone = error instanceof PoiseError && error.code === 'CAMERA_NOT_FOUND';
    if (gone && orAny) return openCamera({ signal });
    throw error;
  });
}

/**
 * Opens a camera for as long as it is mounted. It stands above the setup and the practice page, so
 * that the way from one to the other does not switch the camera off and on.
 */
export function LiveCameraProvider({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState(ANY_CAMERA);
  const lastDevice = useRef<string | null>(null);
  const [state, setState] = useState<CameraState>(OPENING);
  const [silent, setSilent] = useState(false);
  const devices = useCameraDevices(state.status === 'open');

  useEffect(() => {
    const abort = new AbortController();
    let opened: Camera | undefined;
    const fail = (error: unknown): void => {
      if (abort.signal.aborted) return;
      setState({
        status: 'failed',
        error:
          error instanceof PoiseError
            ? error
            : new PoiseError('INTERNAL', 'the camera', { cause: error }),
      });
    };
    const open = async (): Promise<void> => {
      const camera = await openRequested(request, abort.signal);
      opened = camera;
      lastDevice.current = camera.deviceId || null;
      camera.onLost(fail);
      camera.onSilent(() => setSilent(true));
      setState({ status: 'open', camera });
    };
    setState(OPENING);
    setSilent(false);
    open().catch(fail);
    return () => {
      abort.abort();
      opened?.close();
    };
  }, [request]);

  const live = useMemo(
    (): LiveCamera => ({
      state,
      silent,
      devices,
      choose: (deviceId) => setRequest({ deviceId, orAny: false }),
      // The one that was open, connected again; when it is gone for good, let the browser choose.
      retry: () => setRequest({ deviceId: lastDevice.current, orAny: true }),
      sawPicture: () => setSilent(false),
    }),
    [state, silent, devices],
  );
  return <CameraContext value={live}>{children}</CameraContext>;
}

/** The camera of the setup and the practice. */
export function useLiveCamera(): LiveCamera {
  const live = useContext(CameraContext);
  if (live === null) throw new Error('useLiveCamera needs a LiveCameraProvider above it.');
  return live;
}
