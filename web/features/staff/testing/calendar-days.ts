import { formatDay, parseDay, weekday } from '@bekhedmetkom/time/amman';
import type { WorkingCalendar } from '../working-time.ts';

/** The days of 2026 as the graph tells them: Sunday to Thursday, Ramadan with its hours, two holidays. */
export function calendarOf2026(): WorkingCalendar {
  const first = parseDay('2025-12-01');
  const days = Array.from({ length: 460 }, (_, index) => {
    const date = formatDay(first + index);
    const works = weekday(first + index) % 7 <= 4 && !['2026-05-25', '2027-01-03'].includes(date);
    const isRamadan = '2026-02-19' <= date && date <= '2026-03-19';
    return {
      date,
      hoursOpen: works ? (isRamadan ? '09:00' : '08:30') : null,
      hoursClose: works ? (isRamadan ? '14:30' : '15:30') : null,
    };
  });
  return { hoursOpen: '08:30', hoursClose: '15:30', days };
}

/** A moment written as Asia/Amman local time, `2026-03-18T10:00`. */
export const amman = (local: string): number => Date.parse(`${local}:00+03:00`);
