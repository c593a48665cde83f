import type { ApplicantMessages } from '../message.ts';
import { answerComes, interim, outcomeToApplicant, rejection } from './arabic-phrases.ts';

/** What applicants read. */
export const toApplicants: ApplicantMessages = {
  'case-received': {
    title: 'وصلنا طلبكم {reference}',
    body: '{hasEntity, select, yes {طلبكم لدى {entity}، ونؤكد لكم من سيعمل عليه قبل نهاية يوم {acknowledgeBy}.} other {نبحث عن الجهة المسؤولة، ونؤكدها لكم قبل نهاية يوم {acknowledgeBy}.}}',
  },
  'case-following': {
    title: 'وصلنا طلبكم {reference}',
    body: 'ضُمّ طلبكم إلى طلب آخر في الموضوع نفسه يجري العمل عليه. نُعلمكم عند كل خطوة، ويصلكم الرد نفسه.',
  },
  'case-accepted': {
    title: 'حُدّد من يعمل على طلبكم {reference}',
    body: `{hasEntity, select, yes {طلبكم لدى {entity}.} other {}} ${answerComes}`,
  },
  'case-started': {
    title: 'بدأ العمل على طلبكم {reference}',
    body: `{hasEntity, select, yes {العمل جارٍ لدى {entity}.} other {}} ${answerComes}`,
  },
  'case-moved': {
    title: 'انتقل طلبكم {reference} إلى جهة أخرى',
    body: `{hasEntity, select, yes {تسلّمته الجهة المختصة: {entity}.} other {}} ${answerComes}`,
  },
  'question-asked': {
    title: 'لدينا سؤال عن طلبكم {reference}',
    body: '{hasReplyBy, select, yes {نرجو الإجابة قبل نهاية يوم {replyBy}.} other {نرجو الإجابة.}} يتوقف احتساب مدة الرد حتى تصلنا إجابتكم، وإن لم تصل نكمل العمل بما هو متوفر.',
  },
  'question-lapsed': {
    title: 'يستمر العمل على طلبكم {reference}',
    body: `انقضت مدة الإجابة عن سؤالنا، ونكمل العمل بما هو متوفر. ${answerComes}`,
  },
  'interim-given': {
    title: 'وصل رد مرحلي على طلبكم {reference}',
    body: `${interim} وفي الرد بيان السبب.`,
  },
  'case-answered': {
    title: 'وصل الرد على طلبكم {reference}',
    body: `${outcomeToApplicant} اقرؤوا الرد، وأخبرونا هل أفادكم.`,
  },
  'case-rejected': {
    title: 'لم يُقبل طلبكم {reference}',
    body: `${rejection} وتجدون البيان في صفحة الطلب.`,
  },
  'case-merged': {
    title: 'ضُمّ طلبكم {reference} إلى طلب آخر',
    body: 'يجري العمل على طلب آخر في الموضوع نفسه، وصار طلبكم تابعًا له: نُعلمكم عند كل خطوة، ويصلكم الرد نفسه.',
  },
  'case-reopened': {
    title: 'أُعيد فتح طلبكم {reference}',
    body: `{hasEntity, select, yes {طلبكم لدى {entity}.} other {}} ${answerComes}`,
  },
  'appeal-declined': {
    title: 'صدر القرار في تظلّمكم بشأن الطلب {reference}',
    body: 'نظر فريق المتابعة في رئاسة الوزراء في الطلب وقرر عدم إعادة فتحه، والسبب مبيّن في صفحة الطلب.',
  },
  'escalation-heard': {
    title: 'أُوصل تصعيدكم بشأن الطلب {reference}',
    body: 'يعلم الآن من يشرف على الجهة أنكم تسألون عن سبب تأخر الرد.',
  },
  'due-moved': {
    title: 'تغيّر موعد الرد على طلبكم {reference}',
    body: `تغيّرت أيام الدوام الرسمي، وتغيّر معها الموعد. ${answerComes}`,
  },
  'case-closed': {
    title: 'أُغلق طلبكم {reference}',
    body: 'انتهت مدة التقييم. يبقى الرد متاحًا لكم للقراءة.',
  },
  'followed-started': {
    title: 'بدأ العمل على طلبكم {reference}',
    body: `{hasEntity, select, yes {العمل جارٍ لدى {entity}، مع طلبات أخرى في الموضوع نفسه.} other {يُعالَج مع طلبات أخرى في الموضوع نفسه.}} ${answerComes}`,
  },
  'followed-interim': {
    title: 'وصل رد مرحلي على طلبكم {reference}',
    body: `${interim} وهو لكل من كتب في الموضوع نفسه.`,
  },
  'followed-answered': {
    title: 'وصل الرد على طلبكم {reference}',
    body: `${outcomeToApplicant} وهو الرد نفسه لكل من كتب في الموضوع.`,
  },
  'followed-rejected': {
    title: 'لم يُقبل طلبكم {reference} ولا الطلب الذي يتبعه',
    body: `${rejection} وإن كان موضوعكم مختلفًا فقدّموا به طلبًا جديدًا.`,
  },
  'followed-withdrawn': {
    title: 'سُحب الطلب الذي يتبعه طلبكم {reference}',
    body: 'سحبه من قدّمه. وإن كان الموضوع لا يزال يعنيكم فقدّموا به طلبًا جديدًا يُنظر فيه وحده.',
  },
};
