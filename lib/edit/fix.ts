import type { Place, Problem } from '@/lib/source/problem';

/** Applies all fixes of a file's problems to its text. If two overlap, only the first is applied. */
export function applyFixes(text: string, problems: readonly Problem[]): { text: string; count: number } {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) {
    starts.push(index + 1);
  }
  const offsetOf = ({ line, column }: Place) => (starts[line - 1] ?? text.length) + column - 1;
  const changes = problems
    .flatMap(({ line, column, fix }) =>
      fix ? [{ from: offsetOf({ line, column }), to: offsetOf(fix.until), text: fix.text }] : [],
    )
    .sort((a, b) => a.from - b.from);
  let fixed = '';
  let position = 0;
  let count = 0;
  for (const change of changes) {
    if (change.from < position) continue;
    fixed += text.slice(position, change.from) + change.text;
    position = change.to;
    count += 1;
  }
  return { text: fixed + text.slice(position), count };
}
