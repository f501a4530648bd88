import { firstPosition } from '@/lib/first-position';
import type { Place } from './problem';

/**
 * Returns a function that gives line and column of an offset in a text. Its first call reads the text; any
 * other call takes logarithmic time.
 */
export function placesOf(text: string): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const line = Math.max(
      1,
      firstPosition(starts, (start) => start > offset),
    );
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) {
    starts.push(index + 1);
  }
  return starts;
}
