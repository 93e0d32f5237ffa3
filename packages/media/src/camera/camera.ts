import { PoiseError } from '@poise/core';
import type { CameraFrame } from './camera-frame.js';
import { pumpFrames } from './frame-pump.js';
import { showStream } from './show-stream.js';
import { SilenceWatch } from './silence-watch.js';
import { videoHost } from './video-host.js';

/** Told what happened to a camera. */
export type CameraListener = (error: PoiseError) => void;

/** A camera that is open. */
export class Camera implements Disposable {
  /** For a recorder, or a video element that only shows it. */
  readonly stream: MediaStream;
  readonly #track: MediaStreamTrack | undefined;
  readonly #lostListeners = new Set<CameraListener>();
  readonly #silentListeners = new Set<CameraListener>();
  readonly #readers = new Set<() => void>();
  #lost: PoiseError | undefined;
  #closed = false;

  /** @param stream - with one video track; the camera stops its tracks when it is closed. */
  constructor(stream: MediaStream) {
    this.stream = stream;
    this.#track = stream.getVideoTracks()[0];
    this.#track?.addEventListener('ended', this.#onEnded);
    this.#track?.addEventListener('mute', this.#onMute);
    if (this.#track === undefined || this.#track.readyState === 'ended') this.#onEnded();
  }

  /** As the system calls it. */
  get label(): string {
    return this.#track?.label ?? '';
  }

  /** For {@link OpenCameraOptions.deviceId} the next time. */
  get deviceId(): string {
    return this.#track?.getSettings().deviceId ?? '';
  }

  /** Width of its pictures in pixels, 0 when not known; a phone that is turned changes it. */
  get width(): number {
    return this.#track?.getSettings().width ?? 0;
  }

  /** Height of its pictures in pixels, 0 when not known. */
  get height(): number {
    return this.#track?.getSettings().height ?? 0;
  }

  /** Frames a second that it is set to; null when not known. In poor light many give fewer. */
  get frameRate(): number | null {
    return this.#track?.getSettings().frameRate ?? null;
  }

  /**
   * Calls the listener with CAMERA_LOST when the camera is unplugged, or taken from the page; soon,
   * when that has happened already. No picture comes after that: open a camera anew.
   *
   * @returns takes the listener away.
   */
  onLost(listener: CameraListener): () => void {
    const lost = this.#lost;
    if (lost !== undefined) {
      queueMicrotask(() => this.#lostListeners.has(listener) && listener(lost));
    }
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  /**
   * Calls the listener with CAMERA_SILENT when the camera gives no picture: its switch or the system
   * holds it back, or for five seconds none came although {@link frames} asks for them and the page
   * can be seen. The camera stays open; pictures may come again.
   *
   * @returns takes the listener away.
   */
  onSilent(listener: CameraListener): () => void {
    this.#silentListeners.add(listener);
    return () => this.#silentListeners.delete(listener);
  }

  /**
   * Plays the camera in a video element and gives every new picture, from the first that plays and
   * while the page can be seen. The element must be in the page: some browsers play no other.
   *
   * @param listener - gets each picture and closes it.
   * @returns ends it, and takes the stream out of the element unless it was shown there before.
   */
  frames(video: HTMLVideoElement, listener: (frame: CameraFrame) => void): () => void {
    if (this.#closed || this.#lost !== undefined) return () => undefined;
    const hide = showStream(video, this.stream);
    const watch = new SilenceWatch(video.ownerDocument, () => this.#tellSilent());
    const endPump = pumpFrames(videoHost(video), (frame) => {
      watch.saw();
      listener(frame);
    });
    const stop = (): void => {
      if (!this.#readers.delete(stop)) return;
      endPump();
      watch.stop();
      hide();
    };
    this.#readers.add(stop);
    return stop;
  }

  /** Switches the camera off. Calling it again does nothing. */
  close(): void {
    this.#closed = true;
    this.#release();
    this.#lostListeners.clear();
    this.#silentListeners.clear();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  readonly #onEnded = (): void => {
    if (this.#lost !== undefined) return;
    const lost = new PoiseError('CAMERA_LOST', this.label);
    this.#lost = lost;
    this.#release();
    for (const listener of [...this.#lostListeners]) listener(lost);
  };

  readonly #onMute = (): void => {
    // A hidden page is muted by some systems; what matters is whether pictures come afterwards.
    if (globalThis.document?.visibilityState !== 'hidden') this.#tellSilent();
  };

  #tellSilent(): void {
    const silent = new PoiseError('CAMERA_SILENT', this.label);
    for (const listener of [...this.#silentListeners]) listener(silent);
  }

  #release(): void {
    for (const stop of [...this.#readers]) stop();
    this.#track?.removeEventListener('ended', this.#onEnded);
    this.#track?.removeEventListener('mute', this.#onMute);
    for (const track of this.stream.getTracks()) track.stop();
  }
}
