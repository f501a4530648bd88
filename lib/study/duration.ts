const units = [
  { name: 'year', milliseconds: 365.25 * 86_400_000, digits: 1 },
  { name: 'month', milliseconds: 30.44 * 86_400_000, digits: 0 },
  { name: 'day', milliseconds: 86_400_000, digits: 0 },
  { name: 'hour', milliseconds: 3_600_000, digits: 0 },
] as const;

/** A duration in words: "10 min", "3 days", "1.5 years"; at least one minute. */
export function formatDuration(milliseconds: number): string {
  for (const unit of units) {
    // A duration slightly below a unit is shown in that unit: 23.6 h is 1 day, not 24 hours.
    const count = Number((milliseconds / unit.milliseconds).toFixed(unit.digits));
    if (milliseconds >= unit.milliseconds * 0.98) return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
  }
  return `${Math.max(1, Math.round(milliseconds / 60_000))} min`;
}
