import { type RefObject, useRef, useState } from 'react';
import { CameraJudge } from '../../camera-check/camera-judge.js';
import type { CameraChecklist } from '../../camera-check/checks.js';
import { NOTHING_KNOWN } from '../../camera-check/judge-camera.js';
import { useReadings } from '../live/use-readings.js';
import { NOBODY, type People, PeopleBeforeCamera } from './people.js';

/** Outlines follow faces often enough for the eye, and the page is not drawn for every frame. */
const OUTLINE_SECONDS = 0.1;

/** What is known of the camera's picture. */
export interface CameraSight {
  readonly checks: CameraChecklist;
  /** Who is in it; nobody unless it is asked for. */
  readonly people: People;
}

/**
 * Shows the camera in a video element and judges its picture; the list changes only with an advice.
 *
 * @param withPeople - whether other people are in the picture: then it says where each face is, and
 * nobody is sent to the middle.
 */
export function useCameraCheck(
  video: RefObject<HTMLVideoElement | null>,
  withPeople: boolean,
): CameraSight {
  const [checks, setChecks] = useState<CameraChecklist>(NOTHING_KNOWN);
  const [people, setPeople] = useState<People>(NOBODY);
  const judge = useRef<CameraJudge>(null);
  const view = useRef<{ readonly people: PeopleBeforeCamera; shown: number }>(null);
  useReadings(video, (reading) => {
    judge.current ??= new CameraJudge();
    setChecks(judge.current.add(reading, withPeople));
    if (!withPeople) {
      view.current = null;
      return;
    }
    view.current ??= { people: new PeopleBeforeCamera(), shown: Number.NEGATIVE_INFINITY };
    const seen = view.current.people.add(reading);
    if (reading.time - view.current.shown < OUTLINE_SECONDS) return;
    view.current.shown = reading.time;
    setPeople(seen);
  });
  return { checks, people: withPeople ? people : NOBODY };
}
