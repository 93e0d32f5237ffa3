import { vi } from 'vitest';

type Listener = Parameters<EventTarget['addEventListener']>[1];

/** An event target that knows how many listeners it has. */
export class Listening extends EventTarget {
  readonly #listeners = new Map<string, Set<Listener>>();

  get listening(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  override addEventListener(type: string, listener: Listener): void {
    const known = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, known.add(listener));
    super.addEventListener(type, listener);
  }

  override removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener);
    super.removeEventListener(type, listener);
  }
}

export class FakeDocument extends Listening {
  visibilityState: DocumentVisibilityState = 'visible';

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

class FakeTrack extends Listening {
  readonly label = 'Fake';
  readyState: MediaStreamTrackState = 'live';

  getSettings(): MediaTrackSettings {
    return { deviceId: 'fake-1', width: 640, height: 480, frameRate: 30 };
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** As when it is unplugged. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

export class FakeStream {
  readonly track = new FakeTrack();
  readonly getTracks = () => [this.track];
  readonly getVideoTracks = () => [this.track];
}

/** Stands for a VideoFrame and for an ImageBitmap. */
export class FakeImage {
  static open = 0;
  readonly timestamp: number | undefined;

  constructor(_source?: unknown, init?: { readonly timestamp: number }) {
    FakeImage.open += 1;
    this.timestamp = init?.timestamp;
  }

  close(): void {
    FakeImage.open -= 1;
  }
}

type FrameCallback = (now: number, metadata: { readonly captureTime?: number }) => void;

/** A video element that shows a picture when it is told to. */
export class FakeVideo extends Listening {
  readonly ownerDocument: FakeDocument;
  readonly HAVE_CURRENT_DATA = 2;
  readonly videoWidth = 640;
  readyState = 4;
  currentTime = 0;
  muted = false;
  playsInline = false;
  srcObject: unknown = null;
  readonly #callbacks = new Map<number, FrameCallback>();
  #lastId = 0;

  constructor(document: FakeDocument) {
    super();
    this.ownerDocument = document;
  }

  /** Requests for a frame that are waiting. */
  get pending(): number {
    return this.#callbacks.size;
  }

  async play(): Promise<void> {
    throw new DOMException('interrupted', 'AbortError');
  }

  requestVideoFrameCallback(callback: FrameCallback): number {
    this.#lastId += 1;
    this.#callbacks.set(this.#lastId, callback);
    return this.#lastId;
  }

  cancelVideoFrameCallback(id: number): void {
    this.#callbacks.delete(id);
  }

  show(now: number, captureTime?: number): void {
    const due = [...this.#callbacks.values()];
    this.#callbacks.clear();
    for (const callback of due) callback(now, captureTime === undefined ? {} : { captureTime });
  }
}

/** Gives the page a camera, and the list of what is asked of it. */
export function giveCamera(open: () => Promise<FakeStream>): MediaStreamConstraints[] {
  const asked: MediaStreamConstraints[] = [];
  vi.stubGlobal('navigator', {
    mediaDevices: {
      async getUserMedia(constraints: MediaStreamConstraints) {
        asked.push(constraints);
        return open();
      },
      enumerateDevices: async () => [
        { kind: 'audioinput', deviceId: 'm', label: 'Microphone' },
        { kind: 'videoinput', deviceId: 'fake-1', label: 'Fake' },
        { kind: 'videoinput', deviceId: '', label: '' },
      ],
    },
  });
  return asked;
}
