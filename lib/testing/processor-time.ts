/**
 * Runs some work and measures its processor time in milliseconds, independent of other programs on the
 * machine.
 */
export function timeOnProcessor<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return { result, milliseconds: (user + system) / 1000 };
}
