/** Why a change was refused, and how that is said: each code is one sentence in both languages. */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { listDays } from './list-days.ts';

type Facts = Record<string, string | number | readonly string[]>;

export interface Refusal {
  refused: string;
  /** Path of the input field at fault; absent when it is about the whole. */
  field?: readonly string[];
  facts?: Facts;
}

export interface UserErrorData {
  field: string[] | null;
  code: string;
  message: string;
}

type Sentence = Names | ((facts: Facts) => Names);

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
const days = (facts: Facts): Names => listDays((facts.days as readonly string[] | undefined) ?? []);

const sentences: Record<string, Sentence> = {
  CONFLICT: (f) => ({
    ar: `نُشر إصدار آخر منذ أن بدأتم (الإصدار الحالي ${text(f, 'version')}). راجعوه ثم أعيدوا تعديلاتكم.`,
    en: `Another version was published since you began (version ${text(f, 'version')} is in force). Look at it, then make your changes again.`,
  }),
  INVALID_TIME: {
    ar: 'اكتبوا الوقت بالساعات والدقائق، مثل 08:30.',
    en: 'Write the time in hours and minutes, like 08:30.',
  },
  HOURS_ORDER: {
    ar: 'يجب أن تكون نهاية الدوام بعد بدايته.',
    en: 'Work must end after it begins.',
  },
  WORKING_DAYS: {
    ar: 'اختاروا يوم عمل واحدًا على الأقل من أيام الأسبوع، ولا تكرّروا يومًا.',
    en: 'Choose at least one working day of the week, each only once.',
  },
  TOO_MANY: (f) => ({
    ar: `لا يتّسع التقويم لأكثر من ${text(f, 'max')} مدّة.`,
    en: `A calendar holds no more than ${text(f, 'max')} periods.`,
  }),
  NAME_REQUIRED: {
    ar: 'الاسم مطلوب باللغتين العربية والإنجليزية.',
    en: 'The name is needed in both Arabic and English.',
  },
  NAME_TOO_LONG: (f) => ({
    ar: `الاسم أطول من ${text(f, 'max')} حرف.`,
    en: `The name is longer than ${text(f, 'max')} characters.`,
  }),
  DAY_OUT_OF_RANGE: {
    ar: 'التاريخ خارج المدى المقبول (2000 إلى 2079).',
    en: 'The day is outside the accepted range (2000 to 2079).',
  },
  DAYS_ORDER: {
    ar: 'يجب ألّا يسبق اليومُ الأخير اليومَ الأول.',
    en: 'The last day must not be before the first.',
  },
  PERIOD_TOO_LONG: (f) => ({
    ar: `المدّة أطول من ${text(f, 'max')} يومًا. تحقّق من التاريخين.`,
    en: `The period is longer than ${text(f, 'max')} days. Check both dates.`,
  }),
  HOURS_CONTRADICT: (f) => ({
    ar: `تتداخل هذه المدّة مع «${text(f, 'ar')}»؛ لا يكون لليوم الواحد دوامان.`,
    en: `This period overlaps with "${text(f, 'en')}"; a day cannot have two different hours.`,
  }),
  HOLIDAY_TWICE: {
    ar: 'هذه العطلة مذكورة مرّتين.',
    en: 'This holiday is listed twice.',
  },
  CALENDAR_CHANGES_PAST: (f) => ({
    ar: `لا يُغيَّر ما مضى: ${days(f).ar}.`,
    en: `The past is not changed: ${days(f).en}.`,
  }),
  CALENDAR_BEFORE_EFFECT: (f) => ({
    ar: `يتغيّر ما قبل بدء سريان التقويم: ${days(f).ar}. قدّموا تاريخ السريان أو أعيدوا هذه الأيام كما كانت.`,
    en: `This changes days before the calendar takes effect: ${days(f).en}. Choose an earlier first day or leave those days as they were.`,
  }),
  CALENDAR_SHORTENS: (f) => ({
    ar: `التقويم يُمدِّد المُهَل ولا يقصّرها؛ تزيد ساعات العمل في: ${days(f).ar}. التقصير من صلاحية غرفة العمليات.`,
    en: `A calendar may only extend deadlines; working time is added on ${days(f).en}. Shortening is for the operation room to publish.`,
  }),
  MAY_NOT_SHORTEN: {
    ar: 'تقصير المُهَل من صلاحية غرفة العمليات وحدها.',
    en: 'Only the operation room may publish a calendar that shortens deadlines.',
  },
  POLICY_INCOMPLETE: (f) => ({
    ar: `المصفوفة ناقصة: ${text(f, 'holesAr')}.`,
    en: `The matrix has holes: ${text(f, 'holesEn')}.`,
  }),
  POLICY_TWICE: {
    ar: 'هذه الخانة مذكورة مرّتين.',
    en: 'This cell of the matrix is given twice.',
  },
  POLICY_TIME: (f) => ({
    ar: `اكتبوا إمّا أيام عمل (من 1 إلى ${text(f, 'days')}) وإمّا دقائق عمل (من 1 إلى ${text(f, 'minutes')}).`,
    en: `Give either working days (1 to ${text(f, 'days')}) or working minutes (1 to ${text(f, 'minutes')}).`,
  }),
  POLICY_ACKNOWLEDGE: (f) => ({
    ar: `حدّدوا مهلة الاستلام لكل نوع مرّة واحدة، من 1 إلى ${text(f, 'minutes')} دقيقة عمل.`,
    en: `Give the time to acknowledge once for each type, 1 to ${text(f, 'minutes')} working minutes.`,
  }),
  POLICY_IN_PAST: {
    ar: 'يسري نظام المُهَل من منتصف ليل قادم: اختاروا الغد أو يومًا بعده.',
    en: 'A policy takes effect at a midnight to come: choose tomorrow or a later day.',
  },
};

/** A refusal as the caller may read it. */
export function toUserError({ refused, field, facts = {} }: Refusal, language: 'ar' | 'en'): UserErrorData {
  const sentence = sentences[refused];
  if (!sentence) throw new Error(`no words for the refusal ${refused}`);
  const words = typeof sentence === 'function' ? sentence(facts) : sentence;
  return { field: field ? [...field] : null, code: refused, message: words[language] };
}
