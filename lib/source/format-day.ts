import dayjs from 'dayjs';

/** Formats a day (`YYYY-MM-DD`) with Day.js tokens: `MMM DD, YYYY` gives "Jan 10, 2025". */
export function formatDay(day: string, format: string): string {
  return dayjs(day).format(format);
}
