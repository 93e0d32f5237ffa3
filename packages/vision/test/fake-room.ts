import type { Box, Frame } from '@poise/core';
import { FaceTracker, type FaceTrackerOptions } from '../src/face-tracker.js';

/** Points of the mesh that tell how a head is turned; the others lie on the edge of the box. */
const INNER_POINTS: Readonly<Record<number, readonly [number, number]>> = {
  33: [0.2, 0.35],
  263: [0.8, 0.35],
  1: [0.5, 0.6],
  61: [0.35, 0.8],
  291: [0.65, 0.8],
};

function meshIn([x, y, width, height]: Box) {
  const points = new Float32Array(468 * 3);
  for (let i = 0; i < 468; i++) {
    const [u, v] = INNER_POINTS[i] ?? [i % 2, Math.floor(i / 2) % 2];
    points.set([x + u * width, y + v * height, 0], i * 3);
  }
  return { points, presence: 1 };
}

/** The faces that are to be seen at a time. */
export type Room = (timestamp: number) => readonly Box[];

/** Frames a second. */
const FPS = 10;

/**
 * Follows the faces of a room that is not drawn: the detector sees every face, and the mesh lands on
 * the face whose middle is nearest to the middle of where it is read, if it is in there at all.
 *
 * @returns for each frame the boxes of the room with the id that each was given.
 */
export async function idsInRoom(
  room: Room,
  seconds: number,
  options: Partial<FaceTrackerOptions> = {},
): Promise<{ timestamp: number; faces: { box: Box; id: number }[] }[]> {
  const center = ([x, y, width, height]: Box) => ({ x: x + width / 2, y: y + height / 2 });
  const detector = {
    detect: async ({ timestamp }: Frame) =>
      room(timestamp).map((box) => {
        const [x, y, width, height] = box;
        const eye = (u: number) => ({ x: x + u * width, y: y + 0.35 * height });
        return { box, leftSideEye: eye(0.2), rightSideEye: eye(0.8), score: 1 };
      }),
  };
  const reader = {
    read: async (
      { timestamp }: Frame,
      region: { centerX: number; centerY: number; size: number },
    ) => {
      const away = (box: Box) =>
        Math.hypot(center(box).x - region.centerX, center(box).y - region.centerY);
      const [nearest] = room(timestamp).toSorted((a, b) => away(a) - away(b));
      if (nearest === undefined || away(nearest) > region.size / 2) {
        return { ...meshIn([region.centerX, region.centerY, 1, 1]), presence: 0 };
      }
      return meshIn(nearest);
    },
  };
  const tracker = new FaceTracker(detector, reader, {
    ...{ maxFaces: 4, minFaceSize: 20, tracking: true },
    ...options,
  });
  const result = [];
  for (let i = 0; i < seconds * FPS; i++) {
    const timestamp = i / FPS;
    const frame = { width: 2000, height: 1000, data: new Uint8Array(), timestamp };
    const faces = (await tracker.update(frame)).map(({ id, points }) => {
      const box = room(timestamp).find(
        ([x, y]) => Math.abs(x - (points[0] ?? 0)) < 0.01 && Math.abs(y - (points[1] ?? 0)) < 0.01,
      );
      if (box === undefined) throw new Error('the mesh is on nobody');
      return { box, id };
    });
    result.push({ timestamp, faces });
  }
  return result;
}
