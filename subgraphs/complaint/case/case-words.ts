/** What states, actions and outcomes are called in messages to people. */
import type { CaseAction, CaseState, CaseType, Names, Outcome } from '@bekhedmetkom/schema/events/vocabulary';

export const stateWords: Record<CaseState, Names> = {
  SUBMITTED: { ar: 'مقدَّم', en: 'submitted' },
  ASSIGNED: { ar: 'محال إلى ضابط ارتباط', en: 'assigned' },
  TRANSFER_PENDING: { ar: 'قيد الإحالة', en: 'waiting for a transfer' },
  IN_PROGRESS: { ar: 'قيد المعالجة', en: 'in progress' },
  AWAITING_APPLICANT: { ar: 'بانتظار مقدّم الطلب', en: 'waiting for the applicant' },
  PENDING_REVIEW: { ar: 'قيد المراجعة', en: 'under review' },
  RESOLVED: { ar: 'مُجاب', en: 'answered' },
  CLOSED: { ar: 'مغلق', en: 'closed' },
  REJECTED: { ar: 'مرفوض', en: 'rejected' },
  DUPLICATE: { ar: 'مكرَّر', en: 'merged into another case' },
  WITHDRAWN: { ar: 'مسحوب', en: 'withdrawn' },
};

export const actionWords: Record<CaseAction, Names> = {
  SUBMIT: { ar: 'التقديم', en: 'submit' },
  CLASSIFY: { ar: 'التصنيف', en: 'classify' },
  START: { ar: 'البدء بالمعالجة', en: 'start' },
  ASSIGN: { ar: 'الإسناد', en: 'assign' },
  TRANSFER: { ar: 'الإحالة', en: 'transfer' },
  ACCEPT_TRANSFER: { ar: 'قبول الإحالة', en: 'accept the transfer' },
  REFUSE_TRANSFER: { ar: 'رفض الإحالة', en: 'refuse the transfer' },
  REFER_TRANSFER: { ar: 'انتقال القرار إلى غرفة العمليات', en: 'refer the transfer to the operation room' },
  ASK_APPLICANT: { ar: 'سؤال مقدّم الطلب', en: 'ask the applicant' },
  REPLY: { ar: 'الإجابة عن السؤال', en: 'reply' },
  REQUEST_PART: { ar: 'طلب جزء من جهة أخرى', en: 'request a part' },
  ANSWER_PART: { ar: 'الرد على الجزء', en: 'answer the part' },
  WITHDRAW_PART: { ar: 'سحب طلب الجزء', en: 'withdraw the part' },
  PROPOSE_INTERIM: { ar: 'اقتراح ردّ مرحلي', en: 'propose an interim reply' },
  INTERIM_REPLY: { ar: 'الرد المرحلي', en: 'give an interim reply' },
  DECLINE_INTERIM: { ar: 'رفض الردّ المرحلي', en: 'decline the interim reply' },
  PROPOSE_ANSWER: { ar: 'اقتراح الرد', en: 'propose an answer' },
  APPROVE_ANSWER: { ar: 'اعتماد الرد', en: 'approve the answer' },
  RETURN_ANSWER: { ar: 'إعادة الرد', en: 'return the answer' },
  PROPOSE_REJECTION: { ar: 'اقتراح الرفض', en: 'propose a rejection' },
  REJECT: { ar: 'الرفض', en: 'reject' },
  DECLINE_REJECTION: { ar: 'عدم الموافقة على الرفض', en: 'decline the rejection' },
  MERGE: { ar: 'الدمج', en: 'merge' },
  WITHDRAW: { ar: 'السحب', en: 'withdraw' },
  CONTINUE: { ar: 'متابعة طلب سُحب', en: 'go on from a withdrawn case' },
  SEPARATE: { ar: 'فصل الطلب عن طلب آخر', en: 'make a request of its own again' },
  RATE: { ar: 'التقييم', en: 'rate' },
  SCORE_ANSWER: { ar: 'تقييم جودة الرد', en: 'score the answer' },
  REOPEN: { ar: 'إعادة الفتح', en: 'reopen' },
  APPEAL: { ar: 'التظلّم', en: 'appeal' },
  DECLINE_APPEAL: { ar: 'ردّ التظلّم', en: 'decline the appeal' },
  REQUEST_ESCALATION: { ar: 'طلب التصعيد', en: 'ask for escalation' },
  ESCALATE: { ar: 'التصعيد', en: 'escalate' },
  RESCHEDULE: { ar: 'إعادة احتساب الموعد', en: 'reschedule' },
  CLOSE: { ar: 'الإغلاق', en: 'close' },
};

export const outcomeWords: Record<Outcome, Names> = {
  SOLVED: { ar: 'حُلّت', en: 'solved' },
  PARTLY_SOLVED: { ar: 'حُلّت جزئيًا', en: 'partly solved' },
  EXPLAINED: { ar: 'أُوضحت', en: 'explained' },
  ACCEPTED: { ar: 'مقبول', en: 'accepted' },
  PARTLY_ACCEPTED: { ar: 'مقبول جزئيًا', en: 'partly accepted' },
  NOT_ACCEPTED: { ar: 'غير مقبول', en: 'not accepted' },
  OUT_OF_REMIT: { ar: 'خارج الاختصاص', en: 'out of remit' },
};

export const typeWords: Record<CaseType, Names> = {
  COMPLAINT: { ar: 'شكوى', en: 'complaint' },
  INQUIRY: { ar: 'استفسار', en: 'inquiry' },
  COMPLIMENT: { ar: 'ثناء', en: 'compliment' },
  REPORT: { ar: 'بلاغ', en: 'report' },
  SUGGESTION: { ar: 'اقتراح', en: 'suggestion' },
};
