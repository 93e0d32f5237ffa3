import { type CameraDevice, listCameras } from '@poise/media/browser';
import { useEffect, useRef, useState } from 'react';

/**
 * The cameras to choose from, kept up to date when one is plugged in or taken away.
 *
 * @param open - whether a camera is open.
 * @returns empty until a camera was open: before that browsers do not say what there is.
 */
export function useCameraDevices(open: boolean): readonly CameraDevice[] {
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open) wasOpen.current = true;
    const { mediaDevices } = navigator as Partial<Navigator>;
    if (!wasOpen.current || mediaDevices === undefined) return;
    let left = false;
    const list = (): void => {
      listCameras().then(
        (found) => {
          if (!left) setDevices(found);
        },
        // The choice stays as it was; the camera that is open does not need it.
        () => undefined,
      );
    };
    list();
    mediaDevices.addEventListener('devicechange', list);
    return () => {
      left = true;
      mediaDevices.removeEventListener('devicechange', list);
    };
  }, [open]);
  return devices;
}
