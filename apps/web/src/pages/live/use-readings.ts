import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useServices } from '../../app/services.js';
import type { FrameReading } from '../../engine/reading.js';
import { useLiveCamera } from './live-camera.js';

/**
 * Shows the camera in a video element, and gives what the engine reads in its pictures for as long
 * as the element is mounted.
 *
 * @param onReading - may change at each rendering.
 */
export function useReadings(
  video: RefObject<HTMLVideoElement | null>,
  onReading: (reading: FrameReading) => void,
): void {
  const { engine } = useServices();
  const { state, silent, sawPicture } = useLiveCamera();
  const camera = state.status === 'open' ? state.camera : null;
  const tell = useEffectEvent(onReading);
  const noticePicture = useEffectEvent(() => {
    if (silent) sawPicture();
  });
  useEffect(() => {
    const element = video.current;
    if (camera === null || element === null) return;
    let ended = false;
    const stop = camera.frames(element, (frame) => {
      noticePicture();
      void engine.read(frame).then((reading) => {
        if (reading !== null && !ended) tell(reading);
      });
    });
    return () => {
      ended = true;
      stop();
    };
  }, [camera, engine, video]);
}
