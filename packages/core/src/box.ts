/** A rectangle in frame pixels: left, top, width, height. It may reach over the frame's edge. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Intersection over union of two boxes, in any one unit: 0 apart, 1 the same. */
export function intersectionOverUnion([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  const across = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const down = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  if (across <= 0 || down <= 0) return 0;
  const shared = across * down;
  return shared / (aw * ah + bw * bh - shared);
}
