import { PoiseError } from '@poise/core';
import type { SessionStore } from '../storage/session-store.js';
import { storageError } from '../storage/storage-error.js';

/** What a browser may record, best first: VP8 is encoded by every one but Safari, at the least cost. */
const RECORDING_TYPES = [
  'video/webm;codecs=vp8',
  'video/webm',
  'video/mp4;codecs=avc1.42E01E',
  'video/mp4',
] as const;

/** Bits a second: enough to see a face at 640 × 480, and 6 MB a minute. */
const RECORDING_BITRATE = 800_000;

/** Milliseconds of each piece: a killed tab loses no more. */
const PIECE_MILLISECONDS = 1000;

/** Keeps the camera's picture of a session, in step with its clock. */
export interface Recorder {
  /** Why the recording ended early; null when it did not. */
  readonly problem: PoiseError | null;
  /**
   * Begins to record.
   *
   * @param sessionId - of the session that the recording belongs to.
   * @param onStored - called when a piece is stored.
   */
  start(sessionId: () => Promise<string>, onStored: () => void): void;
  pause(): void;
  resume(): void;
  /** Ends the recording; resolves when its last piece is stored. It never rejects. */
  stop(): Promise<void>;
}

function makeRecorder(stream: MediaStream): MediaRecorder {
  const mimeType = RECORDING_TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  return new MediaRecorder(new MediaStream(stream.getVideoTracks()), {
    videoBitsPerSecond: RECORDING_BITRATE,
    ...(mimeType === undefined ? {} : { mimeType }),
  });
}

/**
 * Records a stream into the store, piece by piece; the whole is never in memory. A piece that
 * cannot be stored ends the recording, because what follows a gap cannot be played; the session
 * itself goes on.
 */
export class SessionRecorder implements Recorder {
  /** null where the browser refuses to make one. */
  readonly #recorder: MediaRecorder | null;
  readonly #store: SessionStore;
  #pieces = 0;
  #stored: Promise<void> = Promise.resolve();
  #problem: PoiseError | null = null;
  #lost: PoiseError | null = null;
  #ending = false;

  /**
   * A browser that refuses to record is a {@link SessionRecorder.problem}, not an error.
   *
   * @param stream - the camera's; only its picture is recorded.
   * @param store - where the pieces go.
   */
  constructor(stream: MediaStream, store: SessionStore) {
    this.#store = store;
    let recorder: MediaRecorder | null = null;
    try {
      recorder = makeRecorder(stream);
    } catch (error) {
      this.#problem = storageError(error);
    }
    this.#recorder = recorder;
  }

  /** Whether this browser can record at all. */
  static get supported(): boolean {
    return typeof MediaRecorder === 'function';
  }

  get problem(): PoiseError | null {
    return this.#problem ?? this.#lost;
  }

  start(sessionId: () => Promise<string>, onStored: () => void): void {
    const recorder = this.#recorder;
    if (recorder === null) return;
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) this.#keep(data, sessionId, onStored);
    });
    recorder.addEventListener('error', () => this.#fail('the recording broke off'));
    recorder.addEventListener('stop', () => {
      // It ends by itself with the camera, and a recorder cannot begin anew where it was.
      if (!this.#ending) this.#lost = new PoiseError('CAMERA_LOST', 'the recording');
    });
    try {
      recorder.start(PIECE_MILLISECONDS);
    } catch (error) {
      this.#fail(error);
    }
  }

  pause(): void {
    if (this.#recorder?.state !== 'recording') return;
    this.#recorder.requestData();
    this.#recorder.pause();
  }

  resume(): void {
    if (this.#recorder?.state === 'paused') this.#recorder.resume();
  }

  async stop(): Promise<void> {
    this.#ending = true;
    const recorder = this.#recorder;
    if (recorder !== null && recorder.state !== 'inactive') {
      const stopped = new Promise((resolve) => {
        recorder.addEventListener('stop', resolve, { once: true });
      });
      recorder.stop();
      await stopped;
    }
    await this.#stored;
  }

  #keep(piece: Blob, sessionId: () => Promise<string>, onStored: () => void): void {
    const n = this.#pieces;
    this.#pieces += 1;
    this.#stored = this.#stored.then(async () => {
      if (this.#problem !== null) return;
      try {
        await this.#store.appendRecording(await sessionId(), n, piece);
        onStored();
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  #fail(error: unknown): void {
    this.#problem ??= storageError(error);
    if (this.#recorder?.state !== 'inactive') this.#recorder?.stop();
  }
}
