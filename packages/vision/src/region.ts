/**
 * A square cut out of a frame, turned about its centre. Angles are in radians, clockwise on the
 * picture (its y axis points down), so a head that leans to the viewer's right has a positive one.
 */
export interface Region {
  /** Centre, in frame pixels. */
  readonly centerX: number;
  /** Centre, in frame pixels. */
  readonly centerY: number;
  /** Side, in frame pixels, greater than 0. */
  readonly size: number;
  /** Turn, in radians. */
  readonly angle: number;
}

/** A position in frame pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The smallest upright square that holds a whole frame, centred on it: what lies outside is the
 * letterbox.
 */
export function letterboxRegion(width: number, height: number): Region {
  return {
    centerX: width / 2,
    centerY: height / 2,
    size: Math.max(width, height),
    angle: 0,
  };
}

/** Maps a position in a region, both axes 0–1, to frame pixels. */
export function regionToFrame(region: Region, u: number, v: number): Point {
  const cos = Math.cos(region.angle) * region.size;
  const sin = Math.sin(region.angle) * region.size;
  const du = u - 0.5;
  const dv = v - 0.5;
  return {
    x: region.centerX + cos * du - sin * dv,
    y: region.centerY + sin * du + cos * dv,
  };
}

/** The turn of the line from one point to another, in radians. */
export function lineAngle(from: Point, to: Point): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}
