/**
 * What each figure is called, and how it is worked out, in words that everybody knows: shown beside the tile
 * (domain.md §4). A cycle is told as a request: each reopening counts as one more.
 */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { FigureTerms } from '../terms/terms.ts';
import type { KpiName } from './figure.ts';

export const labels: Record<KpiName, Names> = {
  RECEIVED: { ar: 'الطلبات الواردة', en: 'Requests received' },
  CLOSED_FLOW: { ar: 'المغلق مقابل الوارد', en: 'Closed against received' },
  CLOSED_COHORT: { ar: 'نسبة ما أُغلق من الوارد', en: 'Closed of those received' },
  DELAYED: { ar: 'الردود المتأخرة', en: 'Late answers' },
  DELAYED_ORIGINAL: { ar: 'المتأخر عن موعده الأول', en: 'Late by the first due date' },
  OVERDUE_NOW: { ar: 'المتأخر الآن', en: 'Overdue now' },
  ACKNOWLEDGED_ON_TIME: { ar: 'أُكّد من يعمل عليه في موعده', en: 'Given to somebody on time' },
  SATISFACTION: { ar: 'رضا مقدّمي الطلبات', en: 'Applicants who are satisfied' },
  QUALITY: { ar: 'جودة الردود', en: 'Quality of answers' },
  FIRST_PASS: { ar: 'ردود اعتُمدت من أول مراجعة', en: 'Answers approved at first review' },
  REOPENED: { ar: 'طلبات أُعيد فتحها', en: 'Reopened requests' },
  MEDIAN_TIME_TO_RESOLVE: {
    ar: 'نصف الطلبات يُجاب عنها خلال',
    en: 'Half of the requests are answered within',
  },
  P90_TIME_TO_RESOLVE: {
    ar: 'تسعة من كل عشرة طلبات يُجاب عنها خلال',
    en: 'Nine in ten requests are answered within',
  },
  MISROUTED: { ar: 'وصل إلى جهة غير مختصة', en: 'Sent to the wrong entity first' },
  ESCALATED_L0: { ar: 'اقترب موعده فنُبّه الموظف', en: 'Close to the due date: staff were reminded' },
  ESCALATED: { ar: 'صُعّد لتأخره', en: 'Escalated because it was late' },
  ESCALATED_L2: { ar: 'صُعّد إلى الأمين العام', en: 'Escalated to the secretary general' },
  ESCALATED_L3: { ar: 'صُعّد إلى الوزير', en: 'Escalated to the minister' },
  ESCALATED_L4: { ar: 'صُعّد إلى رئاسة الوزراء', en: 'Escalated to the Prime Minister’s office' },
};

const due = {
  ar: 'الموعد هو موعد الرد، وقبل التصنيف موعد التصنيف',
  en: 'The due date is that of the answer; until a request is classified, that of classifying it',
};
const ladder = {
  ar: 'الطلبات التي حلّ موعدها في الفترة. لا تُحسب طلبات نُقلت من أنظمة أخرى، فهي لم تُصعَّد هنا',
  en: 'requests whose due date came in the period. Requests taken over from other systems are left out: they were never escalated here',
};
const level = (ar: string, en: string): Names => ({
  ar: `الطلبات التي ${ar} ÷ ${ladder.ar}`,
  en: `Requests that ${en} ÷ ${ladder.en}`,
});

/** `{maturity}` and `{ranked}` stand for terms. */
const formulaWords: Record<KpiName, Names> = {
  RECEIVED: {
    ar: 'عدد الطلبات المقدّمة في الفترة (كل إعادة فتح تُحسب مرة)',
    en: 'Requests filed in the period (each reopening counts once)',
  },
  CLOSED_FLOW: {
    ar: 'الطلبات المغلقة في الفترة، متى قُدّمت ÷ الطلبات المقدّمة في الفترة',
    en: 'Requests closed in the period, whenever they were filed ÷ requests filed in the period',
  },
  CLOSED_COHORT: {
    ar: 'الطلبات المقدّمة في الفترة والمغلقة حتى الآن ÷ الطلبات المقدّمة في الفترة',
    en: 'Requests filed in the period and closed by now ÷ requests filed in the period',
  },
  DELAYED: {
    ar: `الطلبات التي حلّ موعدها في الفترة ونُشر ردها بعده، أو لم يُنشر بعد ÷ الطلبات التي حلّ موعدها في الفترة. ${due.ar}. لا موعد يحل ما دام الطلب بانتظار مقدّمه`,
    en: `Requests whose due date came in the period and that were answered after it, or not yet ÷ requests whose due date came in the period. ${due.en}. No due date comes while a request waits for its applicant`,
  },
  DELAYED_ORIGINAL: {
    ar: 'الطلبات التي حلّ موعدها الأول في الفترة ونُشر ردها بعده، أو لم يُنشر بعد ÷ الطلبات التي حلّ موعدها الأول في الفترة',
    en: 'Requests whose first due date came in the period and that were answered after it, or not yet ÷ requests whose first due date came in the period',
  },
  OVERDUE_NOW: {
    ar: `الطلبات المفتوحة التي انقضى موعدها ÷ الطلبات المفتوحة التي يجري وقتها. الآن، أيًا كانت الفترة. ${due.ar}`,
    en: `Open requests past their due date ÷ open requests whose time runs. Now, whatever the period. ${due.en}`,
  },
  ACKNOWLEDGED_ON_TIME: {
    ar: 'الطلبات التي حلّ موعد تصنيفها في الفترة وصُنّفت حتى ذلك الموعد ÷ الطلبات التي حلّ موعد تصنيفها في الفترة',
    en: 'Requests that were to be classified in the period and were, by that time ÷ requests that were to be classified in the period',
  },
  SATISFACTION: {
    ar: 'التقييمات 4 و5 ÷ كل التقييمات، مما قُيّم في الفترة. لا ترتيب لأقل من {ranked} تقييمًا',
    en: 'Ratings of 4 and 5 ÷ all ratings, rated in the period. Not ranked on fewer than {ranked} ratings',
  },
  QUALITY: {
    ar: 'مجموع درجات المراجعة ÷ مجموع الدرجات الممكنة، للردود المنشورة في الفترة التي قُدّرت جودتها: كل ما أهميته مرتفعة أو حرجة، وكل ما قُيّم بـ 2 فأقل، وعينة عشوائية من الباقي',
    en: 'Points given in review ÷ most points possible, of answers published in the period that were scored: all of high and critical importance, all rated 2 or less, and a random sample of the rest',
  },
  FIRST_PASS: {
    ar: 'الردود المنشورة في الفترة والمعتمدة من أول مراجعة ÷ الردود المنشورة في الفترة بعد مراجعة',
    en: 'Answers published in the period and approved at first review ÷ reviewed answers published in the period',
  },
  REOPENED: {
    ar: 'الردود المنشورة في الفترة التي أعاد مقدّم الطلب فتحها ÷ الردود المنشورة في الفترة ومضى عليها من أيام العمل {maturity}، فلا يعاد فتحها',
    en: 'Answers published in the period that the applicant reopened ÷ answers published in the period that are older than {maturity} working days and can no longer be reopened',
  },
  MEDIAN_TIME_TO_RESOLVE: {
    ar: 'الوسيط: نصف الردود المنشورة في الفترة لم يتجاوز هذا الوقت، بأيام العمل من تقديم الطلب إلى نشر الرد دون أوقات التوقف. بدقة 5% فوق 2000 رد',
    en: 'The median: half of the answers published in the period took no longer, in working time from filing to answer less pauses. To within 5% above 2,000 answers',
  },
  P90_TIME_TO_RESOLVE: {
    ar: '90% من الردود المنشورة في الفترة لم تتجاوز هذا الوقت، بأيام العمل من تقديم الطلب إلى نشر الرد دون أوقات التوقف. بدقة 5% فوق 2000 رد',
    en: '90% of the answers published in the period took no longer, in working time from filing to answer less pauses. To within 5% above 2,000 answers',
  },
  MISROUTED: {
    ar: 'الطلبات المقدّمة في الفترة التي قُبلت إحالتها إلى جهة أخرى مرة أو أكثر ÷ الطلبات المصنّفة من المقدّمة في الفترة',
    en: 'Requests filed in the period that another entity accepted, once or more ÷ requests filed in the period that were classified',
  },
  ESCALATED_L0: level('نُبّه موظفها قبل الموعد', 'staff were reminded of before they were due'),
  ESCALATED: level(
    'صُعّدت لأن موعدها انقضى أو لم يصنّفها أحد',
    'were escalated because they were late or nobody had classified them',
  ),
  ESCALATED_L2: level('صُعّدت إلى الأمين العام', 'were escalated to the secretary general'),
  ESCALATED_L3: level('صُعّدت إلى الوزير', 'were escalated to the minister'),
  ESCALATED_L4: level('صُعّدت إلى رئاسة الوزراء', 'were escalated to the Prime Minister’s office'),
};

/** The formula of a figure in words, with the terms that are in force. */
export function formulaOf(
  name: KpiName,
  terms: Pick<FigureTerms, 'maturityWorkingDays' | 'fewestRanked'>,
): Names {
  return filled(name, String(terms.maturityWorkingDays), String(terms.fewestRanked));
}

/** The same for the schema, with the names of the terms. */
export function formulaInGeneral(name: KpiName): string {
  return filled(name, '`KpiTerms.maturityWorkingDays`', '`KpiTerms.fewestRanked`').en;
}

function filled(name: KpiName, maturity: string, ranked: string): Names {
  const fill = (text: string) => text.replaceAll('{maturity}', maturity).replaceAll('{ranked}', ranked);
  return { ar: fill(formulaWords[name].ar), en: fill(formulaWords[name].en) };
}
