/** Wall-clock times of Amman as instants. Pure. */
import { instantAt, isDate, parseDay } from '@bekhedmetkom/time/amman';

const pattern = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2}) (AM|PM)$/;
/**
 * Reads `MM/DD/YYYY hh:mm:ss AM|PM`, a date of a 311 file: it bears no zone and is taken as the time that the
 * clocks of Asia/Amman showed (with the summer time that Jordan had until 2022). Gives null for anything that
 * is no such date, the 31st of June included.
 */
export function readAmmanTime(text: string): Date | null {
  const parts = pattern.exec(text.trim());
  if (!parts) return null;
  const [hours, minutes, seconds] = parts.slice(4, 7).map(Number) as [number, number, number];
  if (hours < 1 || hours > 12 || minutes > 59 || seconds > 59) return null;
  const date = `${parts[3]}-${parts[1]}-${parts[2]}`;
  if (!isDate(date)) return null;
  const hourOfDay = (hours % 12) + (parts[7] === 'PM' ? 12 : 0);
  return new Date(instantAt(parseDay(date), hourOfDay * 60 + minutes) + seconds * 1_000);
}
