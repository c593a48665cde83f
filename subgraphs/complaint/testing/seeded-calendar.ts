/** The calendar of the seed (data/jordan-directory.json), 2026 only: what the worked deadlines stand on. */
import type { Calendar } from '@bekhedmetkom/schema/events/directory';

const day = (from: string, to: string, ar: string, en: string) => ({
  from,
  to,
  names: { ar, en },
  estimated: false,
});

export const seededCalendar: Calendar = {
  version: 1,
  effectiveFrom: null,
  mayShorten: false,
  workingDays: [7, 1, 2, 3, 4],
  hours: { opens: 510, closes: 930 },
  specialHours: [
    {
      from: '2026-02-19',
      to: '2026-03-19',
      hours: { opens: 540, closes: 870 },
      names: { ar: 'دوام رمضان', en: 'Ramadan hours' },
    },
  ],
  holidays: [
    day('2026-01-01', '2026-01-01', 'رأس السنة الميلادية', 'New Year'),
    day('2026-03-20', '2026-03-23', 'عيد الفطر', 'Eid al-Fitr'),
    day('2026-05-01', '2026-05-01', 'عيد العمال', 'Labour Day'),
    day('2026-05-25', '2026-05-25', 'عيد الاستقلال', 'Independence Day'),
    day('2026-05-26', '2026-05-30', 'عيد الأضحى', 'Eid al-Adha'),
    day('2026-06-16', '2026-06-16', 'رأس السنة الهجرية', 'Islamic New Year'),
    day('2026-08-25', '2026-08-25', 'المولد النبوي الشريف', "Prophet's Birthday"),
    day('2026-12-25', '2026-12-25', 'عيد الميلاد المجيد', 'Christmas'),
  ],
};

/** A moment written as Asia/Amman local time, e.g. `2026-03-18T10:00`. */
export function amman(local: string): number {
  return Date.parse(`${local.length === 16 ? `${local}:00` : local}+03:00`);
}
