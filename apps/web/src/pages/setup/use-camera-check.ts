import { type RefObject, useRef, useState } from 'react';
import { CameraJudge } from '../../camera-check/camera-judge.js';
import type { CameraChecklist } from '../../camera-check/checks.js';
import { NOTHING_KNOWN } from '../../camera-check/judge-camera.js';
import { useReadings } from '../live/use-readings.js';

/** Shows the camera in a video element and judges its picture; the list changes only with an advice. */
export function useCameraCheck(video: RefObject<HTMLVideoElement | null>): CameraChecklist {
  const [list, setList] = useState<CameraChecklist>(NOTHING_KNOWN);
  const judge = useRef<CameraJudge>(null);
  useReadings(video, (reading) => {
    judge.current ??= new CameraJudge();
    setList(judge.current.add(reading));
  });
  return list;
}
