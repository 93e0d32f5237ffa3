/** A box by its centre, in any unit. */
export interface CenteredBox {
  readonly centerX: number;
  readonly centerY: number;
  readonly width: number;
  readonly height: number;
}

/** Intersection over union of two upright boxes: 0 apart, 1 the same. */
export function intersectionOverUnion(a: CenteredBox, b: CenteredBox): number {
  const span = (ca: number, sa: number, cb: number, sb: number) =>
    Math.min(ca + sa / 2, cb + sb / 2) - Math.max(ca - sa / 2, cb - sb / 2);
  const across = span(a.centerX, a.width, b.centerX, b.width);
  const down = span(a.centerY, a.height, b.centerY, b.height);
  if (across <= 0 || down <= 0) return 0;
  const shared = across * down;
  return shared / (a.width * a.height + b.width * b.height - shared);
}
