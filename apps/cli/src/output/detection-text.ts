import { MINIMUM_FACE_QUALITY, QUALITY_ASPECTS, type QualityAspect } from '@poise/core';
import type { DetectedFace, DetectedImage } from '../detect/detected-image.js';
import { formatShare, printable } from './text.js';

/** Why a face cannot be read well. */
const REASONS: Readonly<Record<QualityAspect, string>> = {
  size: 'it is too small',
  sharpness: 'it is blurred',
  exposure: 'it is too dark or too bright',
  contrast: 'it has too little contrast',
  pose: 'it is turned away',
  occlusion: 'it is partly covered',
};

/** What a face shows, or why that cannot be said. */
function shownBy({ emotions, dominantEmotion, details }: DetectedFace): string {
  const { value, aspects } = details.quality;
  if (value >= MINIMUM_FACE_QUALITY) {
    return `shows ${dominantEmotion} (${formatShare(emotions[dominantEmotion])})`;
  }
  const worst = QUALITY_ASPECTS.reduce((a, b) => (aspects[b] < aspects[a] ? b : a));
  return `cannot be read well: ${REASONS[worst]}`;
}

/** The faces of one picture for a person. */
export function formatDetection({ file, width, height, faces, error }: DetectedImage): string {
  if (error !== undefined) return `${printable(file)}: not read`;
  const count = faces.length === 1 ? '1 face' : `${faces.length} faces`;
  const lines = faces.map((face, i) => {
    const [x, y, w, h] = face.box;
    const place = `${Math.round(w)} × ${Math.round(h)} at ${Math.round(x)}, ${Math.round(y)}`;
    return `  ${i + 1}. ${shownBy(face)} · ${place} · found with ${formatShare(face.score)}`;
  });
  return [`${printable(file)}: ${width} × ${height}, ${count}`, ...lines].join('\n');
}
