/** Pieces of ICU messages that English notifications share. */
export const type =
  '{type, select, COMPLAINT {Complaint} INQUIRY {Inquiry} COMPLIMENT {Compliment} REPORT {Report} SUGGESTION {Suggestion} other {Request}}';
export const importance =
  '{importance, select, LOW {low} MEDIUM {medium} HIGH {high} CRITICAL {critical} other {not set}}';
export const due = '{hasDue, select, yes {The answer is due by the end of {due}.} other {}}';
export const answerComes =
  '{hasDue, select, yes {You will have an answer by the end of {due}.} other {We tell you when there is an answer.}}';
export const outcome =
  '{outcome, select, SOLVED {solved} PARTLY_SOLVED {solved in part} EXPLAINED {explained} ACCEPTED {accepted} PARTLY_ACCEPTED {accepted in part} NOT_ACCEPTED {not accepted} OUT_OF_REMIT {outside the remit of government entities} other {answered}}';
export const outcomeToApplicant =
  '{outcome, select, SOLVED {The matter is solved.} PARTLY_SOLVED {The matter is solved in part.} EXPLAINED {Your question is answered.} ACCEPTED {Your suggestion is accepted.} PARTLY_ACCEPTED {Your suggestion is accepted in part.} NOT_ACCEPTED {Your suggestion is not accepted; the answer says why.} OUT_OF_REMIT {The matter is outside the remit of government entities; the answer says who can help.} other {The answer is published.}}';
export const ofEntity = '{hasEntity, select, yes { of {entity}} other {}}';
export const interim =
  'The answer takes longer than first promised: not by the end of {originalDue}, but by the end of {due}.';
export const rejection =
  '{rejection, select, SUB_JUDICE {The matter is before a court; while it is, nobody else may decide it.} ABUSIVE {It contains insults or threats and cannot be worked on as it is written.} OUT_OF_ANY_REMIT {The matter is outside the remit of every government entity.} other {}}';
export const rejectionCode =
  '{rejection, select, SUB_JUDICE {before a court} ABUSIVE {abusive} OUT_OF_ANY_REMIT {outside any remit} other {}}';
export const level =
  '{late, plural, =0 {The answer was due by the end of {due}} one {The answer is # working day late} other {The answer is # working days late}}';
