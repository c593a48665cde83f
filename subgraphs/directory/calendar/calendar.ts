import type { Calendar } from '@bekhedmetkom/schema/events/directory';

/** The holidays with a day from `from` to `to` (YYYY-MM-DD, both included), in order. */
export function holidaysWithin({ holidays }: Calendar, from: string, to: string): Calendar['holidays'] {
  return holidays
    .filter((holiday) => holiday.from <= to && holiday.to >= from)
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

/** HH:MM of minutes after midnight. */
export function timeOfDay(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
