/** What the desk of staff refuses (canned answers, notes, follow-ups, saved views, rubric), in words. */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

type Facts = Record<string, string | number | readonly string[]>;
type Sentence = Names | ((facts: Facts) => Names);

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
const list = (facts: Facts, name: string): readonly string[] => (facts[name] as readonly string[]) ?? [];

export const deskSentences: Record<string, Sentence> = {
  UNKNOWN_VARIABLE: (f) => ({
    ar: `لا يوجد متغيّر باسم «${text(f, 'name')}». المتاح: ${list(f, 'known').join('، ')}.`,
    en: `There is no variable called "${text(f, 'name')}". There are: ${list(f, 'known').join(', ')}.`,
  }),
  UNFILLED_VARIABLE: (f) => ({
    ar: `بقي في النص متغيّر لم يُملأ: «${text(f, 'name')}». اكتبوا قيمته أو احذفوه.`,
    en: `A variable in the text is still to be filled: "${text(f, 'name')}". Write what it stands for, or remove it.`,
  }),
  TOO_MANY: (f) => ({
    ar: `بلغتم الحد الأقصى وهو ${text(f, 'max')}. احذفوا ما لا تحتاجونه أولًا.`,
    en: `There may be ${text(f, 'max')} at most. Remove what you do not need first.`,
  }),
  NAME_TAKEN: (f) => ({
    ar: `لديكم عرض محفوظ بالاسم «${text(f, 'name')}». اختاروا اسمًا آخر.`,
    en: `You already have a view called "${text(f, 'name')}". Choose another name.`,
  }),
  MENTION_NOT_ALLOWED: (f) => ({
    ar: f.nameAr
      ? `لا يطّلع «${text(f, 'nameAr')}» على هذا الطلب، فلا تصح الإشارة إليه.`
      : 'لا يطّلع صاحب هذا المنصب على هذا الطلب، فلا تصح الإشارة إليه.',
    en: f.nameEn
      ? `"${text(f, 'nameEn')}" may not see this case, so it cannot be mentioned.`
      : 'This post may not see this case, so it cannot be mentioned.',
  }),
  TOO_MANY_MENTIONS: (f) => ({
    ar: `لا تُشِر إلى أكثر من ${text(f, 'max')} مناصب في ملاحظة واحدة.`,
    en: `Mention ${text(f, 'max')} posts at most in one note.`,
  }),
  PROMISE_IN_PAST: {
    ar: 'هذا الموعد مضى. اختاروا يومًا من اليوم فصاعدًا.',
    en: 'This date is in the past. Choose today or a later day.',
  },
  PROMISE_TOO_FAR: (f) => ({
    ar: `هذا الموعد بعيد: لا يتجاوز الوعد ${text(f, 'days')} يومًا.`,
    en: `This date is too far ahead: a promise is for ${text(f, 'days')} days at most.`,
  }),
  PROMISE_NOT_WORKING: (f) => ({
    ar: `هذا اليوم ليس يوم عمل. أقرب يوم عمل بعده ${text(f, 'next')}.`,
    en: `This is not a working day. The next working day is ${text(f, 'next')}.`,
  }),
  ALREADY_SETTLED: {
    ar: 'سُجِّلت نتيجة هذه المتابعة من قبل.',
    en: 'The outcome of this follow-up was recorded before.',
  },
  SAME_POST: {
    ar: 'الطلب لدى هذا المنصب أصلًا.',
    en: 'This post already has the case.',
  },
  TOO_MANY_ITEMS: (f) => ({
    ar: `اختاروا من 1 إلى ${text(f, 'max')} من الطلبات.`,
    en: `Choose 1 to ${text(f, 'max')} cases.`,
  }),
  NOT_CONFIDENTIAL: {
    ar: 'هذا ليس بلاغًا سريًا: هوية مقدّمه متاحة لمن يعمل عليه.',
    en: 'This is no confidential report: who works on it may see its applicant.',
  },
  IDENTITY_UNKNOWN: {
    ar: 'قُدّم هذا البلاغ دون اسم؛ لا أحد يعرف مقدّمه.',
    en: 'This report was filed anonymously: nobody knows who filed it.',
  },
  IDENTITY_SHOWN: {
    ar: 'هوية المبلّغ متاحة لكم الآن بطلب سابق.',
    en: 'You are shown the reporter already, by an earlier request.',
  },
  IDENTITY_DECIDED: {
    ar: 'بُتّ في هذا الطلب من قبل.',
    en: 'This request has been decided before.',
  },
  SECOND_PERSON: {
    ar: 'قررتم في هذا الطلب من قبل؛ يوافق عليه شخص ثانٍ.',
    en: 'You have decided about this request; a second person approves it.',
  },
  IDENTITY_ASKED: {
    ar: 'طلبكم السابق لمعرفة المبلّغ بانتظار القرار.',
    en: 'Your earlier request to be shown the reporter waits for a decision.',
  },
  NOT_DONE: {
    ar: 'لم يُنفَّذ هذا الطلب الآن. أعيدوا المحاولة.',
    en: 'This one was not done now. Please try again.',
  },
  SCORES_REQUIRED: (f) => ({
    ar: `يجب تقييم جودة هذا الرد. الناقص: ${list(f, 'namesAr').join('، ')}.`,
    en: `This answer must be scored. Missing: ${list(f, 'namesEn').join(', ')}.`,
  }),
  UNKNOWN_CRITERION: (f) => ({
    ar: `لا يوجد معيار بالرمز «${text(f, 'key')}» في المقياس المعمول به.`,
    en: `There is no criterion "${text(f, 'key')}" in the rubric in force.`,
  }),
  POINTS_OUT_OF_RANGE: (f) => ({
    ar: `نقاط «${text(f, 'nameAr')}» من 0 إلى ${text(f, 'max')}.`,
    en: `The points for "${text(f, 'nameEn')}" are from 0 to ${text(f, 'max')}.`,
  }),
  CRITERION_TWICE: (f) => ({
    ar: `المعيار «${text(f, 'key')}» مكرَّر.`,
    en: `The criterion "${text(f, 'key')}" is there twice.`,
  }),
  CRITERION_KEY: {
    ar: 'رمز المعيار أحرف لاتينية صغيرة وأرقام وشرطات، ويبدأ بحرف.',
    en: 'The key of a criterion has small Latin letters, digits and hyphens, and begins with a letter.',
  },
  OUT_OF_RANGE: (f) => ({
    ar: `اكتبوا عددًا صحيحًا من ${text(f, 'min')} إلى ${text(f, 'max')}.`,
    en: `Write a whole number from ${text(f, 'min')} to ${text(f, 'max')}.`,
  }),
  NOTHING_TO_SCORE: {
    ar: 'لا ينتظر هذا الرد تقييم جودة.',
    en: 'This answer does not wait for a score.',
  },
};
