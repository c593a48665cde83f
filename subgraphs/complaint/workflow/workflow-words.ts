/** What capacities, guards and effects of the workflow are called on its page. */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { ActorRole, ClockEffect, Guard } from '../case/transitions.ts';

export const capacityWords: Record<ActorRole, Names> = {
  APPLICANT: { ar: 'مقدّم الطلب', en: 'applicant' },
  AGENT: { ar: 'موظف مركز الاتصال', en: 'contact-centre agent' },
  MAIN_FOCAL_POINT: { ar: 'ضابط الارتباط الرئيس', en: 'main focal point' },
  SUB_FOCAL_POINT: { ar: 'ضابط الارتباط الفرعي', en: 'sub focal point' },
  SUPERIOR: { ar: 'من يعلو ضابط الارتباط الرئيس مباشرة', en: 'the next post above the main focal point' },
  TARGET_MAIN_FOCAL_POINT: {
    ar: 'ضابط الارتباط الرئيس في الجهة المحوَّل إليها',
    en: 'main focal point of the target',
  },
  PART_FOCAL_POINT: {
    ar: 'ضابط ارتباط الجهة التي طُلب منها الجزء',
    en: 'focal point of the entity asked for a part',
  },
  OPERATION_ROOM: { ar: 'غرفة العمليات', en: 'operation room' },
  QUALITY_REVIEWER: { ar: 'مراجع الجودة', en: 'quality reviewer' },
  IMPORTER: { ar: 'مستورد السجلات', en: 'importer' },
  SYSTEM: { ar: 'النظام', en: 'the system' },
};

export const guardWords: Record<Guard, Names> = {
  'type-and-entity-or-unknown': {
    ar: 'النوع، والجهة أو «لا أعرف الجهة المسؤولة»',
    en: 'type; entity, or “I don’t know who is responsible”',
  },
  'importance-pillar-category': { ar: 'الأهمية والمحور والتصنيف', en: 'importance, pillar, category' },
  'entity-when-unknown': { ar: 'الجهة إن لم تكن معروفة', en: 'the entity, when it was unknown' },
  'assignee-of-entity': { ar: 'ضابط ارتباط من الجهة نفسها', en: 'a focal point of that entity' },
  reason: { ar: 'سبب مكتوب', en: 'a reason in words' },
  'target-entity': { ar: 'جهة أخرى قائمة', en: 'another entity that exists today' },
  'decider-of-transfer': {
    ar: 'الجهة المحوَّل إليها ما دامت مهلتها قائمة، ثم غرفة العمليات',
    en: 'the target while its time lasts, then the operation room',
  },
  'one-working-day': { ar: 'مرّ يوم عمل بلا قرار', en: 'a working day passed without a decision' },
  question: { ar: 'سؤال محدّد', en: 'a specific question' },
  'two-questions-a-cycle': { ar: 'سؤالان في الجولة على الأكثر', en: 'at most two questions a round' },
  'every-part-answered': { ar: 'أُجيب عن كل الأجزاء', en: 'every part is answered' },
  'open-part': { ar: 'جزء ينتظر الرد', en: 'a part that waits for an answer' },
  'no-proposal': { ar: 'لا اقتراح آخر ينتظر', en: 'no other proposal waits' },
  'interim-proposed': { ar: 'اقتُرح ردّ مرحلي', en: 'an interim reply was proposed' },
  'once-a-cycle': { ar: 'مرة واحدة في الجولة', en: 'once a round' },
  'new-date-within-twice': {
    ar: 'موعد جديد لا يتجاوز ضعف الأصلي',
    en: 'a new date, at most twice the original time',
  },
  'outcome-of-type': { ar: 'نتيجة من نتائج هذا النوع', en: 'an outcome that this type may have' },
  'answer-not-empty': { ar: 'نصّ للرد', en: 'a text' },
  'answer-not-canned': { ar: 'ليست عبارة جاهزة فقط', en: 'not only a stock phrase' },
  'not-the-author': { ar: 'غير كاتب الرد', en: 'never the author' },
  rubric: { ar: 'درجات المعايير حين تلزم', en: 'scored by the rubric where the sample asks for it' },
  'rejection-code': { ar: 'رمز الرفض', en: 'a code: before the courts, abusive, out of any remit' },
  'rejection-proposed': { ar: 'اقتُرح الرفض', en: 'a rejection was proposed' },
  'not-the-proposer': { ar: 'غير صاحب الاقتراح', en: 'never the proposer' },
  'parent-case': { ar: 'طلب قائم يُتابَع بدلًا منه', en: 'an open case to follow instead' },
  'nobody-else-classifies': {
    ar: 'غرفة العمليات: حين تكون الجهة غير معروفة، أو منصب ضابط الارتباط شاغرًا، أو تأخر التصنيف',
    en: 'the operation room: when the entity is unknown, the main focal point’s post is vacant, or the acknowledgement is overdue',
  },
  'superior-decides-for-main': {
    ar: 'المنصب الأعلى: حين يكون الاقتراح لضابط الارتباط الرئيس، أو منصبه شاغرًا',
    en: 'the next post upward: when the main focal point proposed it, or that post is vacant',
  },
  'parent-withdrawn': {
    ar: 'سُحب الطلب الذي كان يتابعه، وهو أقدم المتابعين',
    en: 'the case that it followed was withdrawn, and it is the eldest follower',
  },
  'followed-by-choice': {
    ar: 'اختار مقدّم الطلب متابعة طلب آخر، ولم يدمجه موظف',
    en: 'its applicant chose to follow another case; no member of staff merged it',
  },
  score: { ar: 'من 1 إلى 5، وهل حُلّ', en: '1 to 5, and whether it is solved' },
  'ten-working-days': {
    ar: 'خلال عشرة أيام عمل (لمقدّم الطلب)',
    en: 'within ten working days (the applicant)',
  },
  'ten-working-days-passed': {
    ar: 'مرّت عشرة أيام عمل بلا تقييم',
    en: 'ten working days passed without a rating',
  },
  'two-reopenings': { ar: 'مرتان على الأكثر (لمقدّم الطلب)', en: 'at most twice (the applicant)' },
  'reopenings-used': { ar: 'بعد استنفاد إعادة الفتح', en: 'after the reopenings are used' },
  appealed: { ar: 'تظلّم ينتظر', en: 'an appeal waits' },
  overdue: { ar: 'تجاوز الموعد', en: 'the case is overdue' },
  'level-due': { ar: 'حان موعد درجة التصعيد', en: 'a level of the ladder is due' },
  'calendar-amended': { ar: 'عُدّل التقويم', en: 'the calendar was amended' },
};

export const effectWords: Record<ClockEffect, Names> = {
  STARTS_ACKNOWLEDGEMENT: { ar: 'تبدأ مهلة الإقرار بالاستلام', en: 'the acknowledgement clock starts' },
  ACKNOWLEDGES: {
    ar: 'تتوقف مهلة الإقرار؛ يُحتسب موعد الرد من التقديم',
    en: 'acknowledgement stops; the due date is counted from submission',
  },
  RUNS: { ar: 'يستمر', en: 'runs on' },
  PAUSES: { ar: 'يتوقف مؤقتًا', en: 'pauses' },
  RESUMES: { ar: 'يُستأنف', en: 'resumes' },
  MOVES_DUE: {
    ar: 'ينتقل الموعد الحالي؛ يبقى الأصلي',
    en: 'the current due date moves; the original is kept',
  },
  STOPS: { ar: 'يقف عند النشر', en: 'stops when published' },
  EXCLUDES: { ar: 'يقف، ولا يدخل في المؤشرات', en: 'stops, and leaves the KPIs' },
  NEW_CYCLE: {
    ar: 'جولة جديدة بنصف المهلة وبأهمية أعلى درجة',
    en: 'a new round: half the time, importance one step up',
  },
  NONE: { ar: 'لا أثر', en: 'untouched' },
};

export const pageWords = {
  title: { ar: 'سير عمل الطلب', en: 'The workflow of a case' },
  intro: {
    ar: 'هذه الصفحة مولّدة من جدول الانتقالات نفسه الذي يعمل به النظام، فلا تُحرَّر باليد.',
    en: 'This page is printed from the very table of transitions that the system runs on. It is not edited by hand.',
  },
  variants: { ar: 'اختلاف الأنواع', en: 'Variants by type' },
  open: { ar: 'قائم', en: 'open' },
  staying: { ar: 'كما هي', en: 'stays' },
  back: { ar: 'كما كانت قبل الإحالة', en: 'as before the transfer' },
  parents: { ar: 'حالة الطلب الذي كان يتابعه', en: 'that of the case that it followed' },
  columns: {
    ar: ['الإجراء', 'من ← إلى', 'من يقوم به', 'الشروط', 'الساعة'],
    en: ['Action', 'From → to', 'Who', 'Guards', 'Clock'],
  },
  outcomes: { ar: 'تنتهي بـ', en: 'ends as' },
  published: { ar: 'تُنشر بلا مراجعة', en: 'published without a review' },
  terms: {
    ar: 'الأرقام هنا هي الافتراضية؛ تحدّدها سياسة المهل المنشورة. ما دام منصب ضابط الارتباط الرئيس شاغرًا، يقوم بعمله من يعلوه مباشرة.',
    en: 'The figures are the defaults; the published SLA policy sets them. While the post of a main focal point is vacant, the next holder upward may do what it may.',
  },
} as const;
