/**
 * What becomes of some cases that the demonstration files today, so that every part of a case's life can be seen:
 * who does what, in order. Each step is one mutation and takes its case one version further.
 */
import type { CaseType } from '@bekhedmetkom/schema/events/vocabulary';
import {
  answered,
  applicant,
  classified,
  dayAfter,
  interim,
  offered,
  refused,
  type Step,
  staff,
  started,
} from './steps.ts';

export interface Life {
  key: string;
  applicant: string;
  type: CaseType;
  entity: string;
  category: string;
  governorate: string;
  subject: string;
  text: string;
  steps: Step[];
  /** What staff note beside it; leaves its version as it is. */
  asides?: Step[];
}

const insulin = {
  type: 'COMPLAINT',
  entity: 'MOH',
  category: 'MEDICINE',
  governorate: 'IRBID',
  subject: 'عدم توفر الأنسولين في المركز الصحي',
  text: 'راجعت المركز الصحي ثلاث مرات هذا الشهر ولم أجد الأنسولين، واضطررت إلى شرائه من صيدلية خاصة.',
} as const;
const clinic = {
  type: 'COMPLAINT',
  entity: 'MOH',
  category: 'WAIT',
  governorate: 'AMMAN',
  subject: 'موعد عيادة العظام بعد سبعة أشهر',
  text: 'حوّلني الطبيب إلى عيادة العظام، وأقرب موعد أعطي لي بعد سبعة أشهر مع أن الألم يزداد.',
} as const;
const main = {
  type: 'COMPLAINT',
  entity: 'MIYAHUNA',
  category: 'LEAK',
  governorate: 'AMMAN',
  subject: 'كسر خط مياه رئيسي أمام المستشفى',
  text: 'المياه تتدفق منذ مساء أمس أمام مدخل الطوارئ، والسيارات تعبر بصعوبة.',
} as const;
const bill = {
  type: 'COMPLAINT',
  category: 'WATER-BILL',
  governorate: 'ZARQA',
  subject: 'فاتورة مياه مضاعفة عن بيت مغلق',
  text: 'البيت مغلق منذ أربعة أشهر، وجاءت الفاتورة ضعف المعتاد. أرجو فحص العداد.',
} as const;

/** In the order in which they are filed: a case that others are merged into comes before them. */
export const lives: readonly Life[] = [
  {
    ...insulin,
    key: 'asked',
    applicant: 'layla',
    steps: [
      classified('MOH', 'MEDICINE', 'HIGH', 'QUALITY'),
      started('MOH'),
      staff('sfp.moh', 'askApplicant', {
        question: 'في أي مركز صحي حدث ذلك، وفي أي تاريخ كانت آخر مراجعة؟',
      }),
    ],
  },
  {
    ...main,
    key: 'parts',
    applicant: 'layla',
    steps: [
      classified('MIYAHUNA', 'LEAK', 'CRITICAL', 'INFRASTRUCTURE'),
      started('MIYAHUNA'),
      staff('mfp.water', 'requestPart', {
        entityCode: 'MOH',
        question: 'هل تأثر دخول سيارات الإسعاف، ومتى يمكن إغلاق المدخل للحفر؟',
      }),
    ],
    asides: [
      staff('room.1', 'addFollowUp', ({ postOf }) => ({
        postId: postOf('MIYAHUNA-MFP'),
        text: 'وعدت ضابطة الارتباط بإصلاح الخط قبل نهاية دوام الغد.',
        promisedOn: dayAfter(null),
      })),
      staff('mfp.water', 'addNote', ({ postOf }) => ({
        text: 'الفريق في الموقع منذ السابعة صباحًا، والقطعة البديلة في الطريق.',
        mentions: [postOf('MIYAHUNA-SFP-1'), postOf('OR-1')],
      })),
    ],
  },
  ...['omar', 'agent.1'].map((reporter, index) => ({
    ...main,
    key: `merged-${index + 1}`,
    applicant: reporter,
    subject: ['شارع المستشفى غارق بالمياه', 'ماسورة مكسورة قرب مدخل الطوارئ'][index] ?? main.subject,
    steps: [staff('mfp.water', 'mergeCase', ({ referenceOf }) => ({ intoReference: referenceOf('parts') }))],
  })),
  {
    ...clinic,
    key: 'interim-waits',
    applicant: 'omar',
    steps: [
      classified('MOH', 'WAIT'),
      started('MOH'),
      interim('MOH', 'نعمل على فتح عيادة إضافية يومي الاثنين والأربعاء، ونوافيكم بموعد أقرب.'),
    ],
  },
  {
    ...bill,
    entity: 'MIYAHUNA',
    key: 'interim-given',
    applicant: 'layla',
    steps: [
      classified('MIYAHUNA', 'WATER-BILL'),
      started('MIYAHUNA'),
      interim('MIYAHUNA', 'سُحب العداد للفحص في المختبر، وتصدر النتيجة خلال أيام.'),
      staff('mfp.water', 'approveInterimReply'),
    ],
  },
  {
    ...bill,
    entity: 'MOH',
    key: 'offered',
    applicant: 'omar',
    steps: [
      classified('MOH', 'WATER-BILL', 'LOW'),
      offered('MOH', 'MIYAHUNA', 'الموضوع عن فاتورة مياه، وهو من عمل شركة مياهنا.'),
    ],
  },
  {
    ...bill,
    entity: 'MOH',
    key: 'moved',
    applicant: 'layla',
    subject: 'انقطاع المياه عن الحي منذ أسبوع',
    steps: [
      classified('MOH', 'WATER-CUT'),
      offered('MOH', 'MIYAHUNA', 'قُدّم الطلب إلى الوزارة خطأً، وهو عن انقطاع المياه.'),
      staff('mfp.water', 'acceptTransfer', ({ postOf }) => ({ assigneePostId: postOf('MIYAHUNA-SFP-1') })),
      started('MIYAHUNA'),
    ],
  },
  {
    ...clinic,
    key: 'refused-twice',
    applicant: 'omar',
    subject: 'رائحة كلور قوية في مياه المركز الصحي',
    text: 'مياه الشرب في قاعة الانتظار لها رائحة كلور قوية، والموظفون يقولون إن الأمر من الشبكة.',
    steps: [
      classified('MOH', 'WAIT', 'HIGH', 'QUALITY'),
      offered('MOH', 'MIYAHUNA', 'المياه من الشبكة العامة.'),
      refused('MIYAHUNA', 'فُحصت الشبكة، والرائحة من خزان المبنى.'),
      offered('MOH', 'MIYAHUNA', 'نُظّف الخزان ولم تتغير الرائحة.'),
      refused('MIYAHUNA', 'لا خلل في الشبكة حتى عداد المركز.'),
    ],
  },
  {
    ...insulin,
    type: 'INQUIRY',
    key: 'to-rate',
    applicant: 'layla',
    category: 'INSURANCE',
    subject: 'إضافة مولود إلى بطاقة التأمين الصحي',
    text: 'ما الوثائق المطلوبة لإضافة مولود جديد إلى بطاقة التأمين، وأين أقدّمها؟',
    steps: [
      classified('MOH', 'INSURANCE', 'LOW', 'PROCEDURE'),
      started('MOH'),
      ...answered(
        'MOH',
        'تحتاجون إلى شهادة الميلاد ودفتر العائلة وبطاقة التأمين، وتُقدّم في أي مديرية صحة من الأحد إلى الخميس.',
        'EXPLAINED',
      ),
    ],
  },
  {
    ...insulin,
    key: 'reopened',
    applicant: 'layla',
    subject: 'تعطّل جهاز الأشعة في المستشفى',
    text: 'جهاز الأشعة معطّل منذ أسبوعين، ويُطلب منا التصوير على حسابنا في مركز خاص.',
    steps: [
      classified('MOH', 'WAIT', 'MEDIUM', 'QUALITY'),
      started('MOH'),
      ...answered('MOH', 'أُصلح الجهاز وعاد إلى العمل صباح اليوم، ويمكنكم المراجعة دون موعد جديد.'),
      applicant('layla', 'rateCase', {
        score: 2,
        solved: 'NO',
        comment: 'راجعت اليوم والجهاز ما زال معطّلًا.',
      }),
      applicant('layla', 'reopenCase', { reason: 'الجهاز ما زال معطّلًا، وقيل لي أن أعود بعد شهر.' }),
    ],
  },
  {
    ...clinic,
    key: 'appealed',
    applicant: 'omar',
    subject: 'خصم من الراتب التقاعدي بعد العلاج',
    text: 'خُصم من راتبي بدل علاج مع أنني معفى، وقدّمت كتاب الإعفاء مرتين.',
    steps: [
      classified('MOH', 'INSURANCE', 'LOW', 'PROCEDURE'),
      started('MOH'),
      ...answered('MOH', 'رُدّ المبلغ إلى حسابكم بعد مطابقة كتاب الإعفاء مع القيود.'),
      applicant('omar', 'reopenCase', { reason: 'لم يصل أي مبلغ إلى حسابي.' }),
      ...answered('MOH', 'صُحّح رقم الحساب وأُعيد التحويل، ويصل المبلغ خلال يومي عمل.'),
      applicant('omar', 'reopenCase', { reason: 'مرّ الموعد ولم يصل المبلغ.' }),
      ...answered('MOH', 'أكّد المصرف إيداع المبلغ في حسابكم، ومرفق رقم الحركة.'),
      applicant('omar', 'appealCase', { reason: 'المبلغ المودع أقل مما خُصم، ولا أحد يبيّن السبب.' }),
    ],
  },
  {
    ...clinic,
    key: 'rejection-waits',
    applicant: 'omar',
    subject: 'اعتراض على تقرير لجنة طبية منظور أمام المحكمة',
    text: 'أعترض على نسبة العجز في تقرير اللجنة، والقضية أمام محكمة البداية منذ شهرين.',
    steps: [
      staff('mfp.moh', 'proposeRejection', {
        code: 'SUB_JUDICE',
        text: 'الموضوع منظور أمام محكمة البداية، ولا يجوز للوزارة أن تبتّ فيه قبل صدور الحكم.',
      }),
    ],
  },
  {
    ...clinic,
    key: 'rejected',
    applicant: 'layla',
    subject: 'نزاع على حدود أرض مع الجار',
    text: 'بنى جاري سورًا داخل أرضي، وأريد من يحكم بيننا.',
    steps: [
      staff('mfp.moh', 'proposeRejection', {
        code: 'OUT_OF_ANY_REMIT',
        text: 'النزاع على الحدود بين مالكين تفصل فيه المحاكم، وليس لجهة حكومية أن تحكم فيه.',
      }),
      staff('room.1', 'approveRejection'),
    ],
  },
  {
    ...bill,
    entity: 'MIYAHUNA',
    key: 'withdrawn',
    applicant: 'layla',
    subject: 'ضعف ضغط المياه في الطابق الثالث',
    text: 'ضغط المياه ضعيف منذ يومين.',
    steps: [applicant('layla', 'withdrawCase', { reason: 'كان العطل في مضخة البيت.' })],
  },
];
