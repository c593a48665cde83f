/** An invented case, so that a canned answer can be read as its applicant will read it. */
import { dayMs } from '@bekhedmetkom/time/amman';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import type { Variable } from './template.ts';

const said: Record<Locale, Record<'subject' | 'governorate' | 'post', string>> = {
  ar: { subject: 'انقطاع المياه منذ ثلاثة أيام', governorate: 'إربد', post: 'ضابط الارتباط الرئيسي' },
  en: { subject: 'No water for three days', governorate: 'Irbid', post: 'Main focal point' },
};
const week = 7 * dayMs;

/** What the variables stand for in the example, seen at `now`. */
export function sampleCase(language: Locale, entity: string, now: Date): Record<Variable, string> {
  return {
    ...said[language],
    reference: 'BK-2026-7Q4M-K2XD-9',
    entity,
    dueDate: formatDate(language, new Date(now.getTime() + week), 'date', now),
    today: formatDate(language, now, 'date', now),
  };
}
