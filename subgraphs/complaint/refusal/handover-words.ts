/** What is refused when cases are handed over, divided or brought together, in words. */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

type Facts = Record<string, string | number | readonly string[]>;
type Sentence = Names | ((facts: Facts) => Names);

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
const partWords: Record<string, Names> = {
  ANSWERED: { ar: 'أُجيب عنه', en: 'answered' },
  WITHDRAWN: { ar: 'سُحب', en: 'withdrawn' },
};

export const handoverSentences: Record<string, Sentence> = {
  OWN_ENTITY: {
    ar: 'الطلب لدى هذه الجهة أصلًا. اختاروا جهة أخرى.',
    en: 'This entity has the case already. Choose another one.',
  },
  ROOM_CHOOSES: {
    ar: 'تقبل الجهة الإحالة لنفسها فقط؛ اختيار جهة أخرى لغرفة العمليات.',
    en: 'An entity accepts a transfer for itself only; the operation room alone chooses another one.',
  },
  UNKNOWN_PART: (f) => ({
    ar: `لا يوجد جزء بالرقم ${text(f, 'part')} مطلوب من جهتك في هذا الطلب.`,
    en: `No part with the number ${text(f, 'part')} is asked of you in this case.`,
  }),
  PART_SETTLED: (f) => ({
    ar: `لم يعد هذا الجزء مفتوحًا: ${partWords[text(f, 'state')]?.ar ?? ''}.`,
    en: `This part is no longer open: it was ${partWords[text(f, 'state')]?.en ?? ''}.`,
  }),
  DATE_NOT_AHEAD: {
    ar: 'اختاروا يوم عمل بعد اليوم.',
    en: 'Choose a working day after today.',
  },
  AFTER_CASE_DUE: (f) => ({
    ar: `هذا بعد موعد الطلب نفسه. أبعد يوم ممكن ${text(f, 'due')}.`,
    en: `This is after the case itself is due. The latest possible day is ${text(f, 'due')}.`,
  }),
  UNKNOWN_PARENT: (f) => ({
    ar: `لا يوجد طلب بالرقم «${text(f, 'reference')}».`,
    en: `There is no case "${text(f, 'reference')}".`,
  }),
  MERGED_BY_STAFF: {
    ar: 'دمج موظف هذا الطلب في طلب آخر، فلا يُفصل من هنا. يمكنكم تقديم طلب جديد.',
    en: 'A member of staff merged this request into another one, so it cannot be taken apart here. You may file a new one.',
  },
  INTO_ITSELF: {
    ar: 'لا يُدمج الطلب في نفسه. اكتبوا رقم الطلب الآخر.',
    en: 'A case is not merged into itself. Write the reference of the other one.',
  },
  PARENT_IS_DUPLICATE: {
    ar: 'ذلك الطلب مدمج في طلب آخر. ادمج في الطلب الأصلي.',
    en: 'That case is merged into another one itself. Merge into the original one.',
  },
  PARENT_NOT_OPEN: {
    ar: 'ذلك الطلب لم يعد مفتوحًا، فلا يُدمج فيه طلب.',
    en: 'That case is no longer open, so nothing is merged into it.',
  },
  PARENT_ELSEWHERE: {
    ar: 'يُدمج الطلب في طلب لدى جهتك فقط؛ لغير ذلك اطلب من غرفة العمليات.',
    en: 'You merge cases of your own entity only; ask the operation room for others.',
  },
  KINDS_DO_NOT_MIX: {
    ar: 'لا يُدمج هذان الطلبان: البلاغات السرية والثناء وطلبات البرامج الخاصة لا تختلط بغيرها.',
    en: 'These two are not merged: confidential reports, compliments and cases of restricted programmes do not mix with others.',
  },
  ENTITY_CLASSIFIES: {
    ar: 'تصنّفه الجهة ما دامت مهلتها قائمة ومنصب ضابط الارتباط مشغولًا.',
    en: 'The entity classifies it, while its time lasts and its main focal point’s post is held.',
  },
  MAIN_DECIDES: {
    ar: 'يبتّ فيه ضابط الارتباط الرئيس في الجهة.',
    en: 'The main focal point of the entity decides about it.',
  },
  NOT_TO_FOLLOW: {
    ar: 'لم يعد بالإمكان متابعة ذلك الطلب. قدّموا طلبكم مستقلًا.',
    en: 'That case can no longer be followed. Please file your own.',
  },
};
