import type { StaffMessages } from '../message.ts';
import {
  atEntity,
  due,
  importance,
  level,
  outcome,
  rejectionCode,
  stars,
  type,
  verdict,
} from './arabic-phrases.ts';

/** What staff read. */
export const toStaff: StaffMessages = {
  'case-arrived': {
    title: 'طلب جديد {reference}',
    body: `${type} لدى {entity}، بانتظار التصنيف قبل نهاية يوم {acknowledgeBy}.`,
  },
  'case-unassigned': {
    title: 'الطلب {reference} بلا جهة مسؤولة بعد',
    body: `${type} بانتظار أن تحدد غرفة العمليات الجهة المسؤولة قبل نهاية يوم {acknowledgeBy}.`,
  },
  'case-assigned': {
    title: 'أُسند إليكم الطلب {reference}',
    body: `${type}، الأهمية: ${importance}. ${due}`,
  },
  'transfer-asked': {
    title: 'طُلب منكم تسلّم الطلب {reference}',
    body: `${type}${atEntity}. لكم قبول الإحالة أو رفضها، فإن لم تقرروا في المدة المحددة قررت غرفة العمليات. ${due}`,
  },
  'transfer-accepted': {
    title: 'قُبلت إحالة الطلب {reference}',
    body: '{hasEntity, select, yes {الطلب الآن لدى {entity}.} other {الطلب الآن لدى جهة أخرى.}}',
  },
  'transfer-refused': {
    title: 'رُفضت إحالة الطلب {reference}',
    body: `السبب مبيّن في الطلب. {hasTarget, select, yes {القرار الآن لغرفة العمليات.} other {الطلب لديكم من جديد.}} ${due}`,
  },
  'transfer-to-decide': {
    title: 'قرروا من يتسلّم الطلب {reference}',
    body: `${type}${atEntity}{hasTarget, select, yes {، والإحالة معروضة على {target}} other {}}. لم يبق من يقرر فيه سواكم. ${due}`,
  },
  'applicant-replied': {
    title: 'أجاب مقدّم الطلب عن سؤالكم: {reference}',
    body: `عاد احتساب المدة. ${due}`,
  },
  'nobody-replied': {
    title: 'لم تصل إجابة عن سؤالكم: {reference}',
    body: `انقضت مدة الإجابة وعاد احتساب المدة، فأكملوا العمل بما هو متوفر. ${due}`,
  },
  'part-requested': {
    title: 'طُلب منكم جزء من جواب الطلب {reference}',
    body: `${type}${atEntity}. الطلب بانتظار ما لديكم. ${due}`,
  },
  'part-answered': {
    title: 'وصل جزء من جواب الطلب {reference}',
    body: `تجدونه في الطلب. ${due}`,
  },
  'part-withdrawn': {
    title: 'لم يعد الجزء المطلوب منكم في الطلب {reference} لازمًا',
    body: 'سُحب الطلب الموجّه إليكم، والسبب مبيّن هناك.',
  },
  'interim-proposed': {
    title: 'رد مرحلي بانتظار موافقتكم: {reference}',
    body: `${type}${atEntity}. لا يعلم مقدّم الطلب بالموعد الجديد إلا بعد موافقتكم. ${due}`,
  },
  'interim-approved': {
    title: 'أُرسل الرد المرحلي على الطلب {reference}',
    body: 'يعلم مقدّم الطلب بالموعد الجديد. الموعد الأول: نهاية يوم {originalDue}، والموعد الآن: نهاية يوم {due}.',
  },
  'interim-declined': {
    title: 'لم يُوافَق على الرد المرحلي: {reference}',
    body: `يبقى الموعد كما هو، والسبب مبيّن في الطلب. ${due}`,
  },
  'answer-to-review': {
    title: 'جواب بانتظار المراجعة: {reference}',
    body: `${type}${atEntity}، {reviews, plural, =0 {لم يُراجَع من قبل} one {رُوجِع مرة واحدة من قبل} two {رُوجِع مرتين من قبل} few {رُوجِع # مرات من قبل} other {رُوجِع # مرة من قبل}}. ${due}`,
  },
  'answer-published': {
    title: 'نُشر جوابكم على الطلب {reference}',
    body: `اعتمدته المراجعة. النتيجة: ${outcome}.`,
  },
  'answer-returned': {
    title: 'أُعيد إليكم جواب الطلب {reference}',
    body: `تطلب المراجعة تعديلًا، وتجدون السبب في الطلب. {reviews, plural, =0 {} one {رُوجِع مرة واحدة.} two {رُوجِع مرتين.} few {رُوجِع # مرات.} other {رُوجِع # مرة.}} ${due}`,
  },
  'rejection-proposed': {
    title: 'اقتراح رفض بانتظار قراركم: {reference}',
    body: `${type}${atEntity}. تقترح الجهة رفضه، والقرار لكم وحدكم. ${due}`,
  },
  'rejection-approved': {
    title: 'رُفض الطلب {reference}',
    body: `كما اقتُرح: ${rejectionCode}. وقد أُعلم مقدّمه.`,
  },
  'rejection-declined': {
    title: 'لم يُرفض الطلب {reference}',
    body: `لم توافق غرفة العمليات على الرفض، والسبب مبيّن في الطلب. يستمر العمل عليه. ${due}`,
  },
  'merged-away': {
    title: 'ضُمّ الطلب {reference} إلى طلب آخر',
    body: 'لم يبق فيه ما يُعمل، وصار مقدّمه يتابع الطلب الآخر.',
  },
  'case-withdrawn': {
    title: 'سُحب الطلب {reference}',
    body: 'سحبه مقدّمه، ولم يبق فيه ما يُعمل.',
  },
  'case-rated': {
    title: 'قُيّم الطلب {reference}',
    body: `${stars} من 5. ${verdict}`,
  },
  'answer-to-score': {
    title: 'جواب متدني التقييم بانتظار تقييم جودته: {reference}',
    body: `${type}${atEntity}: ${stars} من 5.`,
  },
  'answer-scored': {
    title: 'قُدّرت جودة جواب الطلب {reference}',
    body: 'وفق معايير الجودة: {quality}. والتفصيل في الطلب.',
  },
  'case-came-back': {
    title: 'أُعيد فتح الطلب {reference}',
    body: `تبدأ دورة جديدة بنصف المدة وبأهمية أعلى، والسبب مبيّن في الطلب. ${due}`,
  },
  'appeal-made': {
    title: 'تظلّم بانتظار قراركم: {reference}',
    body: `${type}${atEntity}. استنفد مقدّم الطلب مرات إعادة الفتح وما زال معترضًا.`,
  },
  'case-near-due': {
    title: 'تذكير: اقترب موعد الطلب {reference}',
    body: `${type}${atEntity}، الأهمية: ${importance}. انقضى معظم المدة. ${due}`,
  },
  'case-escalated': {
    title:
      '{level, select, L2 {صُعّد إلى الأمين العام} L3 {صُعّد إلى الوزير} L4 {صُعّد إلى رئاسة الوزراء} other {صُعّد إلى غرفة العمليات}}: تأخر الطلب {reference}',
    body: `${type}${atEntity}. {hasDue, select, yes {${level}.} other {لم يؤكد أحد تسلّمه منذ يوم {submitted}.}}`,
  },
  'escalation-requested': {
    title: 'يطلب مقدّم الطلب التصعيد: {reference}',
    body: `${type}${atEntity}. {hasDue, select, yes {${level}.} other {لم يؤكد أحد تسلّمه منذ يوم {submitted}.}}`,
  },
  'note-mention': {
    title: 'ذُكرتم في ملاحظة على الطلب {reference}',
    body: `${type}${atEntity}. الملاحظة للموظفين فقط.`,
  },
  'promise-noted': {
    title: 'سُجّل وعدكم بشأن الطلب {reference}',
    body: 'سجّلت غرفة العمليات أنكم وعدتم به يوم {promisedOn}.',
  },
};
