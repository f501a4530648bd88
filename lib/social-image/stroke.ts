import { outlineOf, type Outline, type Point } from './outline';

/** Edges of half a circle. */
const roundness = 12;

/** The outline of a line along points, with round ends and corners. */
export function strokeOpen(points: readonly Point[], width: number): Outline {
  return outlineOf([sideOf([...points, ...points.slice(1, -1).toReversed()], width / 2)]);
}

/** The outline of a line around a polygon, with round corners. */
export function strokeClosed(points: readonly Point[], width: number): Outline {
  return outlineOf([sideOf(points, width / 2), sideOf(points.toReversed(), width / 2)]);
}

/** The left side of a line that goes along points and back to the first one. */
function sideOf(points: readonly Point[], distance: number): Point[] {
  return points.flatMap((point, index) => {
    const [x, y] = point;
    const [fromX, fromY] = points.at(index - 1) ?? point;
    const [toX, toY] = points[(index + 1) % points.length] ?? point;
    const direction = Math.atan2(y - fromY, x - fromX);
    // From -π to π. The left side is the outer one of a turn to the right, and of a turn back: its first
    // argument must not be -0.
    const turn = Math.atan2(
      (x - fromX) * (toY - y) - (y - fromY) * (toX - x) + 0,
      (x - fromX) * (toX - x) + (y - fromY) * (toY - y),
    );
    const aside = (angle: number): Point => [x + distance * Math.sin(angle), y - distance * Math.cos(angle)];
    if (turn < 0) return [aside(direction), point, aside(direction + turn)];
    const count = Math.ceil((turn / Math.PI) * roundness);
    return Array.from({ length: count + 1 }, (_, step) => aside(direction + (turn * step) / (count || 1)));
  });
}
