/** The median and the 99th percentile of some durations in milliseconds. */
export function describeDurations(durations: readonly number[]): { median: number; p99: number } {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}

/** The median of some figures; NaN if there are none. */
export function medianOf(figures: readonly number[]): number {
  return describeDurations(figures).median;
}

/** A duration with three significant digits. */
export function milliseconds(duration: number): string {
  return `${Number(duration.toPrecision(3))} ms`;
}

/** A table in Markdown, with columns as wide as their longest cell. The first column names the rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widthOf = (column: number) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0));
  const cell = (row: readonly string[], column: number) =>
    column === 0 ? (row[0] ?? '').padEnd(widthOf(0)) : (row[column] ?? '').padStart(widthOf(column));
  const line = (row: readonly string[]) => `| ${head.map((_, column) => cell(row, column)).join(' | ')} |`;
  const rule = head.map((_, column) => '-'.repeat(widthOf(column) - 1) + (column === 0 ? '-' : ':'));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)];
}

/** A figure in a table: three significant digits, all digits of a larger number, or a dash for NaN. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
