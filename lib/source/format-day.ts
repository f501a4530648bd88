import dayjs from 'dayjs';

/** A day, `YYYY-MM-DD`, written in day.js tokens: `MMM DD, YYYY` gives "Jan 10, 2025". */
export function formatDay(day: string, format: string): string {
  return dayjs(day).format(format);
}
