import type { CameraFrame } from './camera-frame.js';
import { CaptureClock } from './capture-clock.js';

/** What the pump needs of the page. */
export interface PumpHost {
  /**
   * Calls back once, when the next picture is shown, with the times that {@link CaptureClock} takes.
   *
   * @returns takes the request back.
   */
  requestFrame(callback: (now: number, captureTime?: number) => void): () => void;
  /** Whether anybody can see the page. */
  isVisible(): boolean;
  /** The picture that is shown, as an image of its own; null when there is none. */
  takeImage(time: number): CameraFrame['image'] | null | Promise<CameraFrame['image'] | null>;
}

/**
 * Gives each picture that the page shows to the listener, as long as anybody can see the page. Where
 * making an image takes its time, the pictures shown meanwhile are left out.
 *
 * @returns ends it: no picture is given after that, and none is left open.
 */
export function pumpFrames(host: PumpHost, listener: (frame: CameraFrame) => void): () => void {
  const clock = new CaptureClock();
  let stopped = false;
  let busy = false;
  let cancel = host.requestFrame(onFrame);

  function onFrame(now: number, captureTime?: number): void {
    cancel = host.requestFrame(onFrame);
    if (busy || !host.isVisible()) return;
    const time = clock.next(now, captureTime);
    const image = host.takeImage(time);
    if (image instanceof Promise) void giveLater(image, time);
    else if (image !== null) listener({ image, time });
  }

  async function giveLater(
    coming: Promise<CameraFrame['image'] | null>,
    time: number,
  ): Promise<void> {
    busy = true;
    // What cannot be made is left out, like a picture that is not there.
    const image = await coming.catch(() => null);
    busy = false;
    if (image === null) return;
    if (stopped) image.close();
    else listener({ image, time });
  }

  return () => {
    stopped = true;
    cancel();
  };
}
