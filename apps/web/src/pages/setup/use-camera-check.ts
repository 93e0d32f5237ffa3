import { type RefObject, useState } from 'react';
import { useReadings } from '../live/use-readings.js';

export interface CameraCheck { readonly code: 'face'|'size'|'position'|'light'|'backlight'; readonly good: boolean }
export function useCameraCheck(video: RefObject<HTMLVideoElement | null>): readonly CameraCheck[] | null {
  const [checks, setChecks] = useState<readonly CameraCheck[] | null>(null);
  useReadings(video, (r) => { if (checks === null || (checks[0]?.good !== (r.face !== null))) setChecks([{code:'face', good: r.face !== null}, {code:'size',good:true}, {code:'position',good:true},{code:'light',good:false},{code:'backlight',good:true}]); });
  return checks;
}
