/** Refusals in the words of the caller: each code is one sentence in both languages. */
import type { CaseAction, CaseState, CaseType, Names, Outcome } from '@bekhedmetkom/schema/events/vocabulary';
import type { Refusal } from '../case/case.ts';
import { actionWords, outcomeWords, stateWords, typeWords } from '../case/case-words.ts';
import { attachmentSentences } from './attachment-words.ts';
import { deskSentences } from './desk-words.ts';
import { handoverSentences } from './handover-words.ts';
import { roundSentences } from './round-words.ts';

export interface UserErrorData {
  field: string[] | null;
  code: string;
  message: string;
}

type Facts = Record<string, string | number | readonly string[]>;
type Sentence = Names | ((facts: Facts) => Names);

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
const list = (facts: Facts, name: string): readonly string[] => (facts[name] as readonly string[]) ?? [];

const sentences: Record<string, Sentence> = {
  ...attachmentSentences,
  ...deskSentences,
  ...handoverSentences,
  ...roundSentences,
  REQUIRED: { ar: 'هذا الحقل مطلوب.', en: 'This field is required.' },
  TOO_SHORT: (f) => ({
    ar: `اكتبوا ${text(f, 'min')} أحرف على الأقل.`,
    en: `Write at least ${text(f, 'min')} characters.`,
  }),
  TOO_LONG: (f) => ({
    ar: `النص أطول من ${text(f, 'max')} حرف.`,
    en: `The text is longer than ${text(f, 'max')} characters.`,
  }),
  UNKNOWN_ENTITY: (f) => ({
    ar: `لا توجد جهة بالرمز «${text(f, 'code')}».`,
    en: `There is no entity with the code "${text(f, 'code')}".`,
  }),
  EXPIRED_ENTITY: (f) => ({
    ar: f.successorCode
      ? `لم تعد «${text(f, 'nameAr')}» قائمة؛ حلّت محلّها «${text(f, 'successorAr')}» (${text(f, 'successorCode')}).`
      : `لم تعد «${text(f, 'nameAr')}» قائمة.`,
    en: f.successorCode
      ? `${text(f, 'nameEn')} no longer exists; its successor is ${text(f, 'successorEn')} (${text(f, 'successorCode')}).`
      : `${text(f, 'nameEn')} no longer exists.`,
  }),
  ENTITY_NOT_YET: (f) => ({
    ar: `لم تبدأ «${text(f, 'nameAr')}» عملها بعد.`,
    en: `${text(f, 'nameEn')} does not exist yet.`,
  }),
  ENTITY_REQUIRED: {
    ar: 'الجهة المسؤولة غير معروفة بعد: اختاروا الجهة.',
    en: 'Nobody knows yet which entity is responsible: choose it.',
  },
  ENTITY_KNOWN: {
    ar: 'الجهة المسؤولة معروفة؛ تغييرها إحالة وليس تصنيفًا.',
    en: 'The responsible entity is known; changing it is a transfer, not a classification.',
  },
  UNKNOWN_CATEGORY: (f) => ({
    ar: `لا يوجد تصنيف بالرمز «${text(f, 'code')}».`,
    en: `There is no category with the code "${text(f, 'code')}".`,
  }),
  UNKNOWN_GOVERNORATE: (f) => ({
    ar: `لا توجد محافظة بالرمز «${text(f, 'code')}».`,
    en: `There is no governorate with the code "${text(f, 'code')}".`,
  }),
  OUTSIDE_COUNTRY: {
    ar: 'هذه النقطة خارج الأردن. ضعها حيث حدث الأمر، أو اتركها واكتفِ بالمحافظة.',
    en: 'This point is outside Jordan. Put it where it happened, or leave it out and give the governorate only.',
  },
  OTHER_PROGRAMME: (f) => ({
    ar: `التصنيف «${text(f, 'code')}» ليس من هذا البرنامج.`,
    en: `The category "${text(f, 'code')}" is not one of this programme.`,
  }),
  CREDIT_OF_COMPLIMENT: {
    ar: 'لا يُنسب إلى وحدة أو شخص إلا الثناء.',
    en: 'Only a compliment is for a unit or a person.',
  },
  UNKNOWN_UNIT: {
    ar: 'اختاروا وحدة من وحدات الجهة نفسها.',
    en: 'Choose a unit of the same entity.',
  },
  UNKNOWN_POST: {
    ar: 'اختاروا ضابط ارتباط في الجهة المسؤولة.',
    en: 'Choose a focal point of the responsible entity.',
  },
  INVALID_PHONE: {
    ar: 'اكتبوا رقم هاتف صحيحًا، مثل 0791234567.',
    en: 'Enter a valid phone number, like 079 123 4567.',
  },
  INVALID_EMAIL: {
    ar: 'اكتبوا بريدًا إلكترونيًا صحيحًا، مثل name@example.jo.',
    en: 'Enter a valid e-mail address, like name@example.jo.',
  },
  INVALID_IDEMPOTENCY_KEY: {
    ar: 'مفتاح عدم التكرار يجب أن يكون من 8 إلى 200 رمز.',
    en: 'The idempotency key must have 8 to 200 characters.',
  },
  TOO_MANY_FOR_CONTACT: (f) => ({
    ar: `قُدّمت طلبات كثيرة بهذا الهاتف أو البريد. لم يُسجَّل هذا الطلب بعد؛ أعيدوا إرساله بعد ${text(f, 'minutes')} دقيقة، أو أرسلوه بلا وسيلة اتصال.`,
    en: `Many requests were sent with this phone number or e-mail address. This one is not filed yet: send it again in ${text(f, 'minutes')} minutes, or without a contact.`,
  }),
  IDEMPOTENCY_MISMATCH: {
    ar: 'أُرسل طلب آخر بهذا المفتاح من قبل. لم يُسجَّل شيء جديد.',
    en: 'Another request was sent with this idempotency key before. Nothing new was stored.',
  },
  FORBIDDEN: (f) => ({
    ar: f.action
      ? `ليست لديكم صلاحية «${actionWords[f.action as CaseAction].ar}» في هذا الطلب.`
      : 'ليست لديكم صلاحية القيام بهذا.',
    en: f.action
      ? `You may not ${actionWords[f.action as CaseAction].en} in this case.`
      : 'You may not do this.',
  }),
  CONFLICT: (f) => ({
    ar: f.thing
      ? `تغيّر هذا منذ أن فتحتموه (الإصدار الحالي ${text(f, 'version')}). راجعوه ثم أعيدوا المحاولة.`
      : `تغيّر الطلب منذ أن فتحتموه (الإصدار الحالي ${text(f, 'version')}). راجعوه ثم أعيدوا المحاولة.`,
    en: f.thing
      ? `This has changed since you opened it (it is at version ${text(f, 'version')} now). Look again, then try again.`
      : `The case has changed since you opened it (it is at version ${text(f, 'version')} now). Look again, then try again.`,
  }),
  ILLEGAL_TRANSITION: (f) => {
    const state = stateWords[f.state as CaseState];
    const action = actionWords[f.action as CaseAction];
    const possible = list(f, 'possible').map((one) => actionWords[one as CaseAction]);
    const ar = possible.map((one) => one.ar).join('، ');
    const en = possible.map((one) => one.en).join(', ');
    return {
      ar: `الطلب «${state.ar}» فلا يمكن «${action.ar}» الآن. ${ar ? `الممكن لك: ${ar}.` : 'لا إجراء متاح لك الآن.'}`,
      en: `The case is ${state.en}, so "${action.en}" is not possible now. ${en ? `Possible for you: ${en}.` : 'There is nothing for you to do now.'}`,
    };
  },
  OWN_ANSWER: {
    ar: 'لا يراجع أحد ردًّا كتبه بنفسه.',
    en: 'Nobody reviews an answer of their own.',
  },
  ROOM_DECIDES: {
    ar: 'غرفة العمليات هي التي تبتّ في هذه الإحالة الآن.',
    en: 'The operation room decides about this transfer now.',
  },
  TARGET_DECIDES: {
    ar: 'الجهة المحال إليها هي التي تبتّ في هذه الإحالة، ما دامت مهلتها قائمة.',
    en: 'The entity that was asked decides about this transfer while its time lasts.',
  },
  TOO_MANY_QUESTIONS: (f) => ({
    ar: `سُئل مقدّم الطلب ${text(f, 'most')} مرات في هذه الجولة، وهو الحدّ الأقصى.`,
    en: `The applicant has been asked ${text(f, 'most')} times in this round, which is the most.`,
  }),
  PARTS_OPEN: (f) => ({
    ar: `ينتظر الرد إفادات من جهات أخرى (${text(f, 'count')}).`,
    en: `The answer waits for parts from other entities (${text(f, 'count')}).`,
  }),
  NO_OPEN_PART: { ar: 'لا يوجد جزء بانتظار رد.', en: 'No part waits for an answer.' },
  PROPOSAL_WAITS: {
    ar: 'هناك اقتراح آخر بانتظار الموافقة؛ يُبتّ فيه أولًا.',
    en: 'Another proposal waits for a decision; that one comes first.',
  },
  NOTHING_PROPOSED: { ar: 'لا يوجد اقتراح بانتظار قرارك.', en: 'No such proposal waits for a decision.' },
  OWN_PROPOSAL: {
    ar: 'لا يوافق أحد على اقتراح قدّمه بنفسه.',
    en: 'Nobody approves a proposal of their own.',
  },
  ONCE_A_CYCLE: (f) => ({
    ar: `«${actionWords[f.action as CaseAction].ar}» مرة واحدة فقط في كل جولة.`,
    en: `You can ${actionWords[f.action as CaseAction].en} only once in a round.`,
  }),
  NOT_OVERDUE: { ar: 'لم يتجاوز الطلب موعده بعد.', en: 'The case is not overdue.' },
  TOO_LATE: {
    ar: 'انتهت مهلة إعادة الفتح. يمكنكم تقديم طلب جديد.',
    en: 'The time to reopen it has passed. You can file a new case.',
  },
  REOPENINGS_USED: (f) => ({
    ar: `أُعيد فتح الطلب ${text(f, 'most')} مرات؛ يمكنكم التظلّم لدى غرفة العمليات.`,
    en: `The case has been reopened ${text(f, 'most')} times; you can appeal to the operation room.`,
  }),
  REOPEN_FIRST: {
    ar: 'ما زال بإمكانك إعادة فتح الطلب؛ التظلّم يأتي بعد ذلك.',
    en: 'You can still reopen the case; an appeal comes after that.',
  },
  APPEAL_WAITS: { ar: 'تظلّمك بانتظار القرار.', en: 'Your appeal waits for a decision.' },
  NO_APPEAL: { ar: 'لا يوجد تظلّم في هذا الطلب.', en: 'There is no appeal in this case.' },
  OUTCOME_NOT_ALLOWED: (f) => {
    const type = typeWords[f.type as CaseType];
    const ends = list(f, 'outcomes').map((one) => outcomeWords[one as Outcome]);
    return {
      ar: `لا تنتهي ${type.ar} بهذه النتيجة. الممكن: ${ends.map((one) => one.ar).join('، ')}.`,
      en: `A ${type.en} does not end this way. Possible: ${ends.map((one) => one.en).join(', ')}.`,
    };
  },
  CANNED_ANSWER: {
    ar: 'هذه عبارة جاهزة: اكتبوا ما الذي جرى.',
    en: 'This is only a stock phrase: say what was done.',
  },
  SCORE_OUT_OF_RANGE: { ar: 'التقييم من 1 إلى 5.', en: 'The score is from 1 to 5.' },
  NOT_A_REFERENCE: {
    ar: 'هذا ليس رقمًا مرجعيًا. شكله: BK-2026-XXXX-XXXX-X.',
    en: 'This is not a reference. It looks like BK-2026-XXXX-XXXX-X.',
  },
  WRONG_CHECK_DIGIT: {
    ar: 'في الرقم المرجعي خطأ في الكتابة: رمز التحقق الأخير لا يطابق. راجعوه حرفًا حرفًا.',
    en: 'There is a slip in the reference: its last character, the check digit, does not fit. Please compare it letter by letter.',
  },
  NOT_FOUND: { ar: 'لا يوجد طلب كهذا.', en: 'There is no such case.' },
  TOO_MANY_TRIES: (f) => ({
    ar: `محاولات خاطئة كثيرة. انتظروا ${text(f, 'seconds')} ثانية ثم أعيدوا المحاولة.`,
    en: `Too many wrong tries. Wait ${text(f, 'seconds')} seconds, then try again.`,
  }),
  TIME_ORDER: (f) => ({
    ar: `التواريخ غير متسلسلة: ${text(f, 'later')} قبل ${text(f, 'earlier')}.`,
    en: `The dates are out of order: ${text(f, 'later')} is before ${text(f, 'earlier')}.`,
  }),
  TIME_IN_FUTURE: { ar: 'هذا التاريخ في المستقبل.', en: 'This date is in the future.' },
  TIME_OUT_OF_RANGE: {
    ar: 'التاريخ خارج المدى المقبول (2000 إلى 2079).',
    en: 'The date is outside the accepted range (2000 to 2079).',
  },
  ANSWER_NEEDS_DATE: {
    ar: 'رد بلا تاريخ نشر، أو تاريخ نشر بلا رد ونتيجة.',
    en: 'An answer needs a date of publication, and a date of publication an answer and an outcome.',
  },
};

/** A refusal as the caller may read it. */
export function toUserError(refusal: Refusal, language: 'ar' | 'en'): UserErrorData {
  const sentence = sentences[refusal.refused];
  if (!sentence) throw new Error(`no words for the refusal ${refusal.refused}`);
  const words = typeof sentence === 'function' ? sentence(refusal.facts ?? {}) : sentence;
  return {
    field: refusal.field ? [...refusal.field] : null,
    code: refusal.refused,
    message: words[language],
  };
}
