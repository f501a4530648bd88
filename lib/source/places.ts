import type { Place } from './problem';

/** Returns a function that gives line and column of an offset in a text. Each call takes logarithmic time. */
export function placesOf(text: string): (offset: number) => Place {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) {
    starts.push(index + 1);
  }
  return (offset) => {
    let [from, to] = [0, starts.length];
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2);
      if ((starts[middle] ?? 0) <= offset) from = middle;
      else to = middle;
    }
    return { line: from + 1, column: offset - (starts[from] ?? 0) + 1 };
  };
}
