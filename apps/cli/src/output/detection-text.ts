import type { DetectedImage } from '../detect/detected-image.js';
import { formatShare, printable } from './text.js';

/** The faces of one picture for a person. */
export function formatDetection({ file, width, height, faces, error }: DetectedImage): string {
  if (error !== undefined) return `${printable(file)}: not read`;
  const count = faces.length === 1 ? '1 face' : `${faces.length} faces`;
  const lines = faces.map(({ box: [x, y, w, h], score, emotions, dominantEmotion }, i) => {
    const share = formatShare(emotions[dominantEmotion]);
    const place = `${Math.round(w)} × ${Math.round(h)} at ${Math.round(x)}, ${Math.round(y)}`;
    return `  ${i + 1}. shows ${dominantEmotion} (${share}) · ${place} · found with ${formatShare(score)}`;
  });
  return [`${printable(file)}: ${width} × ${height}, ${count}`, ...lines].join('\n');
}
