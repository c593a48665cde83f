import type { Messages } from '../message.ts';

const type =
  '{type, select, COMPLAINT {شكوى} INQUIRY {استفسار} COMPLIMENT {ثناء} REPORT {بلاغ} SUGGESTION {اقتراح} other {طلب}}';
const importance =
  '{importance, select, LOW {عادية} MEDIUM {متوسطة} HIGH {مرتفعة} CRITICAL {حرجة} other {غير محددة}}';
const due = '{hasDue, select, yes {موعد الرد: نهاية يوم {due}.} other {}}';
const answerComes = '{hasDue, select, yes {يصلكم الرد قبل نهاية يوم {due}.} other {نُعلمكم حين يصل الرد.}}';
const outcome =
  '{outcome, select, SOLVED {حُلّ الموضوع} PARTLY_SOLVED {حُلّ جزئيًا} EXPLAINED {جرى التوضيح} ACCEPTED {مقبول} PARTLY_ACCEPTED {مقبول جزئيًا} NOT_ACCEPTED {غير مقبول} OUT_OF_REMIT {خارج اختصاص الجهات الحكومية} other {أُجيب عنه}}';

export const arabic: Messages = {
  'case-received': {
    title: 'وصلنا طلبكم {reference}',
    body: '{hasEntity, select, yes {طلبكم لدى {entity}، ونؤكد لكم من سيعمل عليه قبل نهاية يوم {acknowledgeBy}.} other {نبحث عن الجهة المسؤولة، ونؤكدها لكم قبل نهاية يوم {acknowledgeBy}.}}',
  },
  'case-arrived': {
    title: 'طلب جديد {reference}',
    body: `${type} لدى {entity}، بانتظار التصنيف قبل نهاية يوم {acknowledgeBy}.`,
  },
  'case-unassigned': {
    title: 'الطلب {reference} بلا جهة مسؤولة بعد',
    body: `${type} بانتظار أن تحدد غرفة العمليات الجهة المسؤولة قبل نهاية يوم {acknowledgeBy}.`,
  },
  'case-accepted': {
    title: 'حُدّد من يعمل على طلبكم {reference}',
    body: `{hasEntity, select, yes {طلبكم لدى {entity}.} other {}} ${answerComes}`,
  },
  'case-assigned': {
    title: 'أُسند إليكم الطلب {reference}',
    body: `${type}، الأهمية: ${importance}. ${due}`,
  },
  'case-started': {
    title: 'بدأ العمل على طلبكم {reference}',
    body: `{hasEntity, select, yes {العمل جارٍ لدى {entity}.} other {}} ${answerComes}`,
  },
  'answer-to-review': {
    title: 'جواب بانتظار المراجعة: {reference}',
    body: `${type}{hasEntity, select, yes { لدى {entity}} other {}}، {reviews, plural, =0 {لم يُراجَع من قبل} one {رُوجِع مرة واحدة من قبل} two {رُوجِع مرتين من قبل} few {رُوجِع # مرات من قبل} other {رُوجِع # مرة من قبل}}. ${due}`,
  },
  'case-answered': {
    title: 'وصل الرد على طلبكم {reference}',
    body: '{outcome, select, SOLVED {حُلّ الموضوع.} PARTLY_SOLVED {حُلّ جزء من الموضوع.} EXPLAINED {أُجيب عن سؤالكم.} ACCEPTED {قُبل اقتراحكم.} PARTLY_ACCEPTED {قُبل جزء من اقتراحكم.} NOT_ACCEPTED {لم يُقبل اقتراحكم، والرد يبيّن السبب.} OUT_OF_REMIT {الموضوع خارج اختصاص الجهات الحكومية، والرد يبيّن من يمكنه المساعدة.} other {نُشر الرد.}} اقرؤوا الرد، وأخبرونا هل أفادكم.',
  },
  'answer-published': {
    title: 'نُشر جوابكم على الطلب {reference}',
    body: `اعتمدته المراجعة. النتيجة: ${outcome}.`,
  },
  'answer-returned': {
    title: 'أُعيد إليكم جواب الطلب {reference}',
    body: `تطلب المراجعة تعديلًا، وتجدون السبب في الطلب. {reviews, plural, =0 {} one {رُوجِع مرة واحدة.} two {رُوجِع مرتين.} few {رُوجِع # مرات.} other {رُوجِع # مرة.}} ${due}`,
  },
  'case-rated': {
    title: 'قُيّم الطلب {reference}',
    body: '{score, plural, zero {بلا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} other {# نجمة}} من 5. {solved, select, YES {يرى مقدّم الطلب أن الموضوع حُلّ.} PARTLY {يرى مقدّم الطلب أن الموضوع حُلّ جزئيًا.} NO {يرى مقدّم الطلب أن الموضوع لم يُحلّ.} other {}}',
  },
  'case-closed': {
    title: 'أُغلق طلبكم {reference}',
    body: 'انتهت مدة التقييم. يبقى الرد متاحًا لكم للقراءة.',
  },
};
