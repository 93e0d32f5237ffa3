import type { HeadPose } from '@poise/core';
import type { FaceMoment } from './read-faces.js';

/** Lines of the mesh, by the indices of its points: outline, eyes, brows, nose, lips. */
const CLOSED_LINES = [
  [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152],
  [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
  [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185],
  [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
].map((line, i) =>
  i > 0
    ? line
    : [...line, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109],
);
const OPEN_LINES = [
  [70, 63, 105, 66, 107],
  [300, 293, 334, 296, 336],
  [168, 6, 197, 195, 5, 4],
];

/** Between the eyes, where the arrow of the pose begins. */
const BROW = 168;

/** Length of the arrow of a face that looks at right angles to the camera, as a share of the picture. */
const ARROW = 0.55;

const RADIANS = Math.PI / 180;

/** Where the nose points on the picture, in shares of a unit arrow. */
function arrow({ yaw, pitch, roll }: HeadPose): { x: number; y: number } {
  const x = Math.sin(yaw * RADIANS) * Math.cos(pitch * RADIANS);
  const y = -Math.sin(pitch * RADIANS);
  const [cos, sin] = [Math.cos(roll * RADIANS), Math.sin(roll * RADIANS)];
  return { x: cos * x - sin * y, y: sin * x + cos * y };
}

/** A face as lines of its mesh, with an arrow the way that it looks and what was measured below. */
export function drawFace({ mesh, details, time }: FaceMoment, size: number): string {
  const xs = mesh.filter((_, i) => i % 3 === 0);
  const ys = mesh.filter((_, i) => i % 3 === 1);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = (0.78 * size) / Math.max(right - left, bottom - top);
  const place = (index: number) => {
    const x = size / 2 + ((xs[index] as number) - (left + right) / 2) * scale;
    const y = size / 2 + ((ys[index] as number) - (top + bottom) / 2) * scale;
    return { x, y };
  };
  const path = (line: readonly number[]) =>
    `M${line.map((index) => `${place(index).x.toFixed(1)} ${place(index).y.toFixed(1)}`).join('L')}`;
  const lines = [...CLOSED_LINES.map((line) => `${path(line)}Z`), ...OPEN_LINES.map(path)].join('');
  const dots = Array.from(xs, (_, i) => `M${place(i).x.toFixed(1)} ${place(i).y.toFixed(1)}h0`);
  const { pose } = details;
  const from = place(BROW);
  const to = pose === null ? { x: 0, y: 0 } : arrow(pose);
  const degrees = (value: number | undefined) => `${Math.round(value ?? Number.NaN)}°`;
  return [
    `<path d="${dots.join('')}" stroke="#b8c4d0" stroke-width="1.6" stroke-linecap="round"/>`,
    `<path d="${lines}" fill="none" stroke="#24425f" stroke-width="1.4"/>`,
    `<path d="M${from.x} ${from.y}l${to.x * ARROW * size} ${to.y * ARROW * size}" stroke="#d1521f" stroke-width="3" stroke-linecap="round"/>`,
    `<text x="${size / 2}" y="${size + 4}" text-anchor="middle">${time.toFixed(1)} s · yaw ${degrees(pose?.yaw)} · pitch ${degrees(pose?.pitch)} · roll ${degrees(pose?.roll)}</text>`,
  ].join('');
}
