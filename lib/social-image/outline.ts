import type { SvgPathCommand } from 'harfbuzzjs';

export type Point = readonly [x: number, y: number];

/** The outline of a shape, in any unit. As in pictures, y increases downwards. */
export interface Outline {
  /** Straight edges, four numbers each: x and y of the start, then x and y of the end. */
  edges: Float32Array;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Maximum distance of an edge from its curve in ems: a tenth of a pixel in the largest letters. More edges would
 * take longer to fill, and no pixel would change visibly.
 */
const tolerance = 0.001;

/** The outline of closed contours. */
export function outlineOf(contours: readonly (readonly Point[])[]): Outline {
  const edges: number[] = [];
  const outline = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const contour of contours) {
    let last = contour.at(-1);
    for (const point of contour) {
      const [x, y] = point;
      if (last) edges.push(last[0], last[1], x, y);
      last = point;
      outline.left = Math.min(outline.left, x);
      outline.right = Math.max(outline.right, x);
      outline.top = Math.min(outline.top, y);
      outline.bottom = Math.max(outline.bottom, y);
    }
  }
  return { ...outline, edges: Float32Array.from(edges) };
}

/** The outline of a glyph in ems. Curves become edges. @param path in font units */
export function glyphOutline(path: readonly SvgPathCommand[], unitsPerEm: number): Outline {
  const contours: Point[][] = [];
  for (const { type, values } of path) {
    // In fonts, y increases upwards.
    const pointAt = (index: number): Point => [
      (values[index] ?? 0) / unitsPerEm,
      -(values[index + 1] ?? 0) / unitsPerEm,
    ];
    const contour = contours.at(-1) ?? [];
    const last = contour.at(-1) ?? [0, 0];
    if (type === 'M') contours.push([pointAt(0)]);
    else if (type === 'L') contour.push(pointAt(0));
    else if (type === 'Q') addQuadratic(contour, last, pointAt(0), pointAt(2));
    else if (type === 'C') addCubic(contour, last, pointAt(0), pointAt(2), pointAt(4));
  }
  return outlineOf(contours);
}

/** Appends points of a quadratic Bézier curve. It equals a cubic one. */
function addQuadratic(contour: Point[], from: Point, control: Point, to: Point): void {
  const towardsControl = ([x, y]: Point): Point => [
    x + ((control[0] - x) * 2) / 3,
    y + ((control[1] - y) * 2) / 3,
  ];
  addCubic(contour, from, towardsControl(from), towardsControl(to), to);
}

/** Appends points of a cubic Bézier curve. */
function addCubic(contour: Point[], [ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, to: Point): void {
  const [dx, dy] = to;
  const bend = Math.max(
    Math.hypot(ax - 2 * bx + cx, ay - 2 * by + cy),
    Math.hypot(bx - 2 * cx + dx, by - 2 * cy + dy),
  );
  // Wang's formula for the number of edges that are nowhere farther from the curve.
  const count = Math.ceil(Math.sqrt((0.75 * bend) / tolerance));
  for (let step = 1; step < count; step += 1) {
    const t = step / count;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    contour.push([a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy]);
  }
  contour.push(to);
}
