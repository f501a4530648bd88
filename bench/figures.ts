/** The middle and the 99th percentile of some durations, in milliseconds. */
export function describeDurations(durations: readonly number[]): { median: number; p99: number } {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** A duration that a person can compare: three figures. */
export function milliseconds(duration: number): string {
  return `${Number(duration.toPrecision(3))} ms`;
}
