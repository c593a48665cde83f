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
  '{outcome, select, SOLVED {{type, select, COMPLAINT {The matter is solved.} REPORT {The violation is dealt with.} other {The answer is published.}}} PARTLY_SOLVED {{type, select, COMPLAINT {The matter is solved in part.} REPORT {The violation is dealt with in part.} other {The answer is published.}}} EXPLAINED {{type, select, INQUIRY {Your question is answered.} COMPLIMENT {The entity replied to your thanks.} other {The answer explains the matter.}}} ACCEPTED {{type, select, SUGGESTION {Your suggestion is accepted.} COMPLIMENT {The entity has your thanks.} other {What you sent is accepted.}}} PARTLY_ACCEPTED {{type, select, SUGGESTION {Your suggestion is accepted in part.} other {What you sent is accepted in part.}}} NOT_ACCEPTED {{type, select, SUGGESTION {Your suggestion is not accepted} other {What you sent is not accepted}}; the answer says why.} OUT_OF_REMIT {The matter is outside the remit of government entities; the answer says who can help.} other {The answer is published.}}';
export const ofEntity = '{hasEntity, select, yes { of {entity}} other {}}';
export const interim =
  'The answer takes longer than first promised: not by the end of {originalDue}, but by the end of {due}.';
export const rejection =
  '{rejection, select, SUB_JUDICE {The matter is before a court; while it is, nobody else may decide it.} ABUSIVE {It contains insults or threats and cannot be worked on as it is written.} OUT_OF_ANY_REMIT {The matter is outside the remit of every government entity.} other {}}';
export const rejectionCode =
  '{rejection, select, SUB_JUDICE {before a court} ABUSIVE {abusive} OUT_OF_ANY_REMIT {outside any remit} other {}}';
export const level =
  '{late, plural, =0 {The answer was due by the end of {due}} one {The answer is # working day late} other {The answer is # working days late}}';
/** What the applicant says of the answer, in the words of the type. */
export const verdict =
  '{type, select, COMPLAINT {{solved, select, YES {The applicant says it is solved.} PARTLY {The applicant says it is solved in part.} NO {The applicant says it is not solved.} other {}}} REPORT {{solved, select, YES {The applicant says the violation is dealt with.} PARTLY {The applicant says the violation is dealt with in part.} NO {The applicant says the violation is not dealt with.} other {}}} INQUIRY {{solved, select, YES {The applicant says the question is answered.} PARTLY {The applicant says the question is answered in part.} NO {The applicant says the question is not answered.} other {}}} other {{solved, select, YES {The applicant says the answer is enough.} PARTLY {The applicant says the answer is enough in part.} NO {The applicant says the answer is not enough.} other {}}}}';
