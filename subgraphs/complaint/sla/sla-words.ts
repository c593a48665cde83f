/** What the steps of a deadline are called, for people. */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { Day } from './working-calendar.ts';

export const slaWords = {
  start: { ar: 'تقديم الطلب', en: 'Submitted' },
  weekend: { ar: 'عطلة نهاية الأسبوع', en: 'Weekend' },
  pause: { ar: 'بانتظار ردّ مقدّم الطلب', en: 'Waiting for the applicant' },
  credit: { ar: 'كان لدى جهة أخرى', en: 'Held by another entity' },
  promise: { ar: 'موعد جديد في ردّ مرحلي', en: 'New date in an interim reply' },
  due: { ar: 'موعد الاستحقاق', en: 'Due' },
} as const satisfies Record<string, Names>;

// Day 0 of the count, 1970-01-01, was a Thursday.
const fromThursday: readonly Names[] = [
  { ar: 'الخميس', en: 'Thursday' },
  { ar: 'الجمعة', en: 'Friday' },
  { ar: 'السبت', en: 'Saturday' },
  { ar: 'الأحد', en: 'Sunday' },
  { ar: 'الاثنين', en: 'Monday' },
  { ar: 'الثلاثاء', en: 'Tuesday' },
  { ar: 'الأربعاء', en: 'Wednesday' },
];

/** Name of the weekday of a day. */
export function weekdayNames(day: Day): Names {
  return fromThursday[((day % 7) + 7) % 7] ?? slaWords.start;
}
