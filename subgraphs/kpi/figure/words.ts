/** What each figure is called, and its formula in words: shown beside the tile (domain.md §4). */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { KpiName } from './figure.ts';

export const labels: Record<KpiName, Names> = {
  RECEIVED: { ar: 'الطلبات الواردة', en: 'Received' },
  CLOSED_FLOW: { ar: 'المغلقة إلى الواردة', en: 'Closed against received' },
  CLOSED_COHORT: { ar: 'ما أُغلق من الواردة', en: 'Closed of those received' },
  DELAYED: { ar: 'الردود المتأخرة', en: 'Delayed responses' },
  DELAYED_ORIGINAL: { ar: 'المتأخرة عن الموعد الأصلي', en: 'Delayed against the original due time' },
  OVERDUE_NOW: { ar: 'المتأخرة الآن', en: 'Overdue now' },
  ACKNOWLEDGED_ON_TIME: { ar: 'ما بدأ التعامل معه في موعده', en: 'Acknowledged on time' },
  SATISFACTION: { ar: 'رضا متلقي الخدمة', en: 'Customer satisfaction' },
  QUALITY: { ar: 'جودة الردود', en: 'Quality of responses' },
  FIRST_PASS: { ar: 'المعتمدة من أول مراجعة', en: 'Approved at first review' },
  REOPENED: { ar: 'المعاد فتحها', en: 'Reopened' },
  MEDIAN_TIME_TO_RESOLVE: { ar: 'وسيط زمن الحل', en: 'Median time to resolve' },
  P90_TIME_TO_RESOLVE: { ar: 'زمن حل تسعة من كل عشرة', en: 'Time to resolve nine in ten' },
  MISROUTED: { ar: 'الموجهة إلى غير جهتها', en: 'Misrouted' },
  ESCALATED_L0: { ar: 'ما ذُكّر به قبل موعده', en: 'Reminded before they were due' },
  ESCALATED: { ar: 'المصعّدة', en: 'Escalated' },
  ESCALATED_L2: { ar: 'المصعّدة إلى الأمين العام', en: 'Escalated to the secretary general' },
  ESCALATED_L3: { ar: 'المصعّدة إلى الوزير', en: 'Escalated to the minister' },
  ESCALATED_L4: { ar: 'المصعّدة إلى رئاسة الوزراء', en: 'Escalated to the Prime Minister’s office' },
};

export const formulaWords: Record<KpiName, Names> = {
  RECEIVED: {
    ar: 'عدد الدورات المقدمة في الفترة',
    en: 'Cycles submitted in the period',
  },
  CLOSED_FLOW: {
    ar: 'الدورات المغلقة في الفترة ÷ الدورات المقدمة في الفترة',
    en: 'Cycles closed in the period ÷ cycles submitted in the period',
  },
  CLOSED_COHORT: {
    ar: 'الدورات المقدمة في الفترة والمغلقة حتى الآن ÷ الدورات المقدمة في الفترة',
    en: 'Cycles submitted in the period and closed by now ÷ cycles submitted in the period',
  },
  DELAYED: {
    ar: 'الدورات التي حلّ موعدها الحالي في الفترة ونُشر ردها بعده، أو لم يُنشر وقد انقضى الموعد ÷ الدورات التي حلّ موعدها الحالي في الفترة. لا موعد يحل أثناء التوقف',
    en: 'Cycles whose current due time came in the period and that were answered after it, or not yet though it has passed ÷ cycles whose current due time came in the period. No due time comes during a pause',
  },
  DELAYED_ORIGINAL: {
    ar: 'الدورات التي حلّ موعدها الأصلي في الفترة ونُشر ردها بعده، أو لم يُنشر وقد انقضى الموعد ÷ الدورات التي حلّ موعدها الأصلي في الفترة',
    en: 'Cycles whose original due time came in the period and that were answered after it, or not yet though it has passed ÷ cycles whose original due time came in the period',
  },
  OVERDUE_NOW: {
    ar: 'الدورات المفتوحة الجارية التي انقضى موعدها ÷ الدورات المفتوحة الجارية. الآن، أيًا كانت الفترة',
    en: 'Open running cycles past their due time ÷ open running cycles. Now, whatever the period',
  },
  ACKNOWLEDGED_ON_TIME: {
    ar: 'الدورات الأولى التي حلّ موعد بدء التعامل معها في الفترة وبدأ في موعده ÷ الدورات التي حلّ ذلك الموعد لها في الفترة',
    en: 'First cycles acknowledged by the time they were to be ÷ first cycles whose time to be acknowledged came in the period',
  },
  SATISFACTION: {
    ar: 'التقييمات 4 و5 ÷ كل التقييمات، مما قُيّم في الفترة. لا ترتيب لأقل من 30 تقييمًا',
    en: 'Ratings of 4 and 5 ÷ all ratings, rated in the period. Not ranked on fewer than 30 ratings',
  },
  QUALITY: {
    ar: 'مجموع درجات المراجعة ÷ مجموع الدرجات الممكنة، للردود المنشورة في الفترة التي قُدّرت جودتها: كل ما أهميته مرتفعة أو حرجة، وكل ما قُيّم بنجمتين فأقل، وعينة من الباقي',
    en: 'Points given in review ÷ most points possible, of answers published in the period that were scored: all of high and critical importance, all rated two or less, and a sample of the rest',
  },
  FIRST_PASS: {
    ar: 'الردود المنشورة في الفترة والمعتمدة من أول مراجعة ÷ الردود المنشورة في الفترة بعد مراجعة',
    en: 'Answers published in the period and approved at first review ÷ reviewed answers published in the period',
  },
  REOPENED: {
    ar: 'الردود المنشورة في الفترة التي أعاد مقدم الطلب فتحها ÷ الردود المنشورة في الفترة ومضت عليها 10 أيام عمل',
    en: 'Answers that the applicant reopened ÷ answers published in the period, 10 working days ago or more',
  },
  MEDIAN_TIME_TO_RESOLVE: {
    ar: 'وسيط دقائق العمل من التقديم إلى نشر الرد دون أوقات التوقف، للردود المنشورة في الفترة. بدقة 5 % فوق 2000 رد',
    en: 'Median of working minutes from submission to publication less pauses, of answers published in the period. To within 5% above 2,000 answers',
  },
  P90_TIME_TO_RESOLVE: {
    ar: 'دقائق العمل من التقديم إلى نشر الرد دون أوقات التوقف، التي لم يتجاوزها 90 % من الردود المنشورة في الفترة. بدقة 5 % فوق 2000 رد',
    en: 'Working minutes from submission to publication less pauses that 90% of the answers published in the period did not exceed. To within 5% above 2,000 answers',
  },
  MISROUTED: {
    ar: 'الطلبات المقدمة في الفترة التي أُحيلت مرة فأكثر وقُبلت إحالتها ÷ الطلبات المصنفة من المقدمة في الفترة',
    en: 'Cases submitted in the period with one accepted transfer or more ÷ cases submitted in the period that were classified',
  },
  ESCALATED_L0: {
    ar: 'الدورات التي بلغت درجة التذكير (انقضى 75 % من مدتها) ÷ الدورات التي موعدها في الفترة',
    en: 'Cycles that reached the reminder (75% of their time used) ÷ cycles due in the period',
  },
  ESCALATED: {
    ar: 'الدورات التي بلغت الدرجة الأولى من التصعيد فأكثر (تجاوزت موعدها أو لم يؤكد أحد تسلّمها) ÷ الدورات التي موعدها في الفترة',
    en: 'Cycles that reached the first level of escalation (overdue, or acknowledged by nobody) ÷ cycles due in the period',
  },
  ESCALATED_L2: {
    ar: 'الدورات التي بلغت الدرجة الثانية من التصعيد ÷ الدورات التي موعدها في الفترة',
    en: 'Cycles that reached the second level of escalation ÷ cycles due in the period',
  },
  ESCALATED_L3: {
    ar: 'الدورات التي بلغت الدرجة الثالثة من التصعيد ÷ الدورات التي موعدها في الفترة',
    en: 'Cycles that reached the third level of escalation ÷ cycles due in the period',
  },
  ESCALATED_L4: {
    ar: 'الدورات التي بلغت الدرجة الرابعة من التصعيد ودخلت قائمة مجلس الوزراء ÷ الدورات التي موعدها في الفترة',
    en: 'Cycles that reached the fourth level of escalation and entered the Cabinet’s list ÷ cycles due in the period',
  },
};
