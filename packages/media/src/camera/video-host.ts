import type { PumpHost } from './frame-pump.js';

/** Calls back once the picture of the element has changed, looking at every refresh of the screen. */
function watchElement(video: HTMLVideoElement, callback: (now: number) => void): () => void {
  const shown = video.currentTime;
  let id = requestAnimationFrame(look);
  function look(now: number): void {
    if (video.currentTime === shown) id = requestAnimationFrame(look);
    else callback(now);
  }
  return () => cancelAnimationFrame(id);
}

function takeImage(video: HTMLVideoElement, time: number): ReturnType<PumpHost['takeImage']> {
  if (video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
  if (typeof VideoFrame === 'undefined') return createImageBitmap(video);
  try {
    return new VideoFrame(video, { timestamp: Math.round(time * 1e6) });
  } catch {
    // The picture went away just now, for example with the camera.
    return null;
  }
}

/** A video element as the source of a pump. */
export function videoHost(video: HTMLVideoElement): PumpHost {
  return {
    requestFrame(callback) {
      if (typeof video.requestVideoFrameCallback !== 'function') {
        return watchElement(video, callback);
      }
      const id = video.requestVideoFrameCallback((now, { captureTime }) => {
        callback(now, captureTime);
      });
      return () => video.cancelVideoFrameCallback(id);
    },
    isVisible: () => video.ownerDocument.visibilityState === 'visible',
    takeImage: (time) => takeImage(video, time),
  };
}
