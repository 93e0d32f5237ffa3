import { type FaceQuality, type Frame, type HeadPose, QUALITY_ASPECTS } from '@poise/core';
import { type FaceMesh, MESH_POINTS, meshBox } from '../face-mesh.js';
import { measureCrop } from './crop-measures.js';
import { mouthDetail } from './mouth-detail.js';
import {
  contrastQuality,
  exposureQuality,
  occlusionQuality,
  poseQuality,
  sharpnessQuality,
  sizeQuality,
} from './quality-aspects.js';

/** Share of a mesh's points that lie beyond the frame's edge. */
function shareOutside(points: Float32Array, { width, height }: Frame): number {
  let outside = 0;
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i] as number;
    const y = points[i + 1] as number;
    if (x < 0 || y < 0 || x >= width || y >= height) outside++;
  }
  return outside / MESH_POINTS;
}

/**
 * How well a face can be read: each aspect, and the worst of them as the whole, for a face that is
 * sharp and dark is no better than a dark one.
 *
 * @param crop - the face as the expression model sees it, `side × side` gray values.
 * @param pose - null when it could not be found.
 */
export function faceQuality(
  frame: Frame,
  { points, presence }: FaceMesh,
  crop: Float32Array,
  side: number,
  pose: HeadPose | null,
): FaceQuality {
  const measures = measureCrop(crop, side);
  const outside = shareOutside(points, frame);
  const aspects = {
    size: sizeQuality(meshBox(points)[2]),
    sharpness: sharpnessQuality(measures),
    exposure: exposureQuality(measures),
    contrast: contrastQuality(measures),
    pose: poseQuality(pose),
    occlusion: occlusionQuality(presence, outside, mouthDetail(crop, side)),
  };
  return { value: Math.min(...QUALITY_ASPECTS.map((aspect) => aspects[aspect])), aspects };
}
