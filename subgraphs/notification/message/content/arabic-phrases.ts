/** Pieces of ICU messages that Arabic notifications share. */
export const type =
  '{type, select, COMPLAINT {شكوى} INQUIRY {استفسار} COMPLIMENT {ثناء} REPORT {بلاغ} SUGGESTION {اقتراح} other {طلب}}';
export const importance =
  '{importance, select, LOW {عادية} MEDIUM {متوسطة} HIGH {مرتفعة} CRITICAL {حرجة} other {غير محددة}}';
export const due = '{hasDue, select, yes {موعد الرد: نهاية يوم {due}.} other {}}';
export const answerComes =
  '{hasDue, select, yes {يصلكم الرد قبل نهاية يوم {due}.} other {نُعلمكم حين يصل الرد.}}';
export const outcome =
  '{outcome, select, SOLVED {حُلّ الموضوع} PARTLY_SOLVED {حُلّ جزئيًا} EXPLAINED {جرى التوضيح} ACCEPTED {مقبول} PARTLY_ACCEPTED {مقبول جزئيًا} NOT_ACCEPTED {غير مقبول} OUT_OF_REMIT {خارج اختصاص الجهات الحكومية} other {أُجيب عنه}}';
export const outcomeToApplicant =
  '{outcome, select, SOLVED {{type, select, COMPLAINT {حُلّ الموضوع.} REPORT {عولجت المخالفة.} other {نُشر الرد.}}} PARTLY_SOLVED {{type, select, COMPLAINT {حُلّ جزء من الموضوع.} REPORT {عولج جزء من المخالفة.} other {نُشر الرد.}}} EXPLAINED {{type, select, INQUIRY {أُجيب عن سؤالكم.} COMPLIMENT {ردّت الجهة على ثنائكم.} other {في الرد شرح.}}} ACCEPTED {{type, select, SUGGESTION {قُبل اقتراحكم.} COMPLIMENT {وصل ثناؤكم إلى الجهة.} other {قُبل ما قدّمتم.}}} PARTLY_ACCEPTED {{type, select, SUGGESTION {قُبل جزء من اقتراحكم.} other {قُبل جزء مما قدّمتم.}}} NOT_ACCEPTED {{type, select, SUGGESTION {لم يُقبل اقتراحكم} other {لم يُقبل ما قدّمتم}}، والرد يبيّن السبب.} OUT_OF_REMIT {الموضوع خارج اختصاص الجهات الحكومية، والرد يبيّن من يمكنه المساعدة.} other {نُشر الرد.}}';
export const atEntity = '{hasEntity, select, yes { لدى {entity}} other {}}';
export const interim =
  'يحتاج الرد إلى وقت أطول من الموعد الأول (نهاية يوم {originalDue})، والموعد الجديد نهاية يوم {due}.';
export const rejection =
  '{rejection, select, SUB_JUDICE {الموضوع منظور أمام القضاء، ولا يجوز لجهة أخرى أن تبتّ فيه قبل الحكم.} ABUSIVE {في النص إساءة أو تهديد، ولا يمكن العمل عليه بصيغته هذه.} OUT_OF_ANY_REMIT {الموضوع خارج اختصاص جميع الجهات الحكومية.} other {}}';
export const rejectionCode =
  '{rejection, select, SUB_JUDICE {منظور أمام القضاء} ABUSIVE {مسيء} OUT_OF_ANY_REMIT {خارج اختصاص الجهات جميعها} other {}}';
export const level =
  '{late, plural, =0 {كان موعد الرد نهاية يوم {due}} one {تأخر الرد يوم عمل واحدًا} two {تأخر الرد يومي عمل} few {تأخر الرد # أيام عمل} many {تأخر الرد # يوم عمل} other {تأخر الرد # يوم عمل}}';
export const stars =
  '{score, plural, zero {بلا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} other {# نجمة}}';
/** What the applicant says of the answer, in the words of the type. */
export const verdict =
  '{type, select, COMPLAINT {{solved, select, YES {يرى مقدّم الطلب أن الموضوع حُلّ.} PARTLY {يرى مقدّم الطلب أن الموضوع حُلّ جزئيًا.} NO {يرى مقدّم الطلب أن الموضوع لم يُحلّ.} other {}}} REPORT {{solved, select, YES {يرى مقدّم الطلب أن المخالفة عولجت.} PARTLY {يرى مقدّم الطلب أن المخالفة عولجت جزئيًا.} NO {يرى مقدّم الطلب أن المخالفة لم تُعالَج.} other {}}} INQUIRY {{solved, select, YES {يرى مقدّم الطلب أن سؤاله أُجيب عنه.} PARTLY {يرى مقدّم الطلب أن جزءًا من سؤاله أُجيب عنه.} NO {يرى مقدّم الطلب أن سؤاله لم يُجب عنه.} other {}}} other {{solved, select, YES {يرى مقدّم الطلب أن الرد كافٍ.} PARTLY {يرى مقدّم الطلب أن الرد كافٍ جزئيًا.} NO {يرى مقدّم الطلب أن الرد غير كافٍ.} other {}}}}';
