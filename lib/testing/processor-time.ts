/** What some work returns, and the milliseconds that it keeps the processor busy, whatever else the machine does. */
export function timeOnProcessor<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return { result, milliseconds: (user + system) / 1000 };
}
