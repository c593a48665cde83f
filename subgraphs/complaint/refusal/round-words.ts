/** What questions, interim replies, reopenings, ratings and escalations refuse, in words. */

import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { ammanFormat, noonOf } from '@bekhedmetkom/time/amman';
import { dateLocales } from '@bekhedmetkom/time/date-locales';

type Facts = Record<string, string | number | readonly string[]>;
type Sentence = Names | ((facts: Facts) => Names);

/** `YYYY-MM-DD` as people read it. */
function day(facts: Facts, language: 'ar' | 'en'): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return ammanFormat(dateLocales[language], format).format(noonOf(String(facts.latest)));
}

export const roundSentences: Record<string, Sentence> = {
  INTERIM_PAST: (f) => ({
    ar: `هذا اليوم مضى. اختاروا يوم عمل لا يتجاوز ${day(f, 'ar')}.`,
    en: `This day is in the past. Choose a working day, ${day(f, 'en')} at the latest.`,
  }),
  INTERIM_NOT_WORKING: (f) => ({
    ar: `هذا اليوم ليس يوم عمل. اختاروا يوم عمل لا يتجاوز ${day(f, 'ar')}.`,
    en: `This is not a working day. Choose a working day, ${day(f, 'en')} at the latest.`,
  }),
  INTERIM_NOT_LATER: (f) => ({
    ar: `موعد الطلب الحالي في هذا اليوم أو بعده. اختاروا يومًا بعد الموعد لا يتجاوز ${day(f, 'ar')}.`,
    en: `The case is not due before this day anyway. Choose a later day, ${day(f, 'en')} at the latest.`,
  }),
  INTERIM_TOO_FAR: (f) => ({
    ar: `لا يتجاوز الموعد الجديد ضعف المدة الأصلية، أي ${day(f, 'ar')}.`,
    en: `The new date may be at most twice the original time away: ${day(f, 'en')} at the latest.`,
  }),
  NO_LATER_DAY: {
    ar: 'لا موعد أبعد متاحًا لهذا الطلب: بلغ ضعف المدة الأصلية أو لا موعد له.',
    en: 'No later date is left for this case: it has reached twice the original time, or has no due date.',
  },
  ALREADY_RATED: {
    ar: 'استُخدم هذا الرابط من قبل، وتقييمك محفوظ. شكرًا لك.',
    en: 'This link was used before, and your rating is kept. Thank you.',
  },
  ESCALATION_AT_TOP: {
    ar: 'بلغ طلبكم أعلى مستويات التصعيد: مكتب رئيس الوزراء على علم به.',
    en: 'Your case has reached the top of the ladder: the Prime Minister’s office knows of it.',
  },
};
