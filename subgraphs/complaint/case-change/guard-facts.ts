/** What the time makes of a case, for the rules that ask for it. */

import type { CaseRecord } from '../case/case.record.ts';
import type { GuardFacts } from '../case/case.ts';
import { clockOf, deadlineOf } from '../clock/case-clock.ts';
import type { Directory } from '../directory/directory.ts';
import { dueByWorkingDays } from '../sla/sla.ts';

/** The situation of a case at `now`, under the terms of its own policy and calendar. */
export function guardFactsOf(record: CaseRecord, directory: Directory, now: Date): GuardFacts {
  const terms = directory.termsOf(record);
  const deadline = clockOf(record.state) === 'RUNNING' ? deadlineOf(record) : null;
  return {
    terms,
    overdue: deadline !== null && now > deadline,
    vacant: record.entity !== null && directory.superiorOf(record.entity).isVacant,
    proposedByMain: isOfMain(record, directory),
    followsByChoice: wasFiledAsFollower(record),
    reopenable: isReopenable(record, directory, terms.reopenWorkingDays, now),
  };
}

function isOfMain({ proposal, entity }: CaseRecord, directory: Directory): boolean {
  const main = directory.mainFocalPointOf(entity);
  return !main?.holder || (proposal !== null && proposal.by === main.holder.subject);
}

// An answer may be reopened until it is closed, and some working days longer.
function isReopenable(record: CaseRecord, directory: Directory, days: number, now: Date): boolean {
  if (record.closedAt === null) return true;
  const calendar = directory.calendar(record.calendarVersion);
  return now.getTime() <= dueByWorkingDays(calendar, record.closedAt.getTime(), days);
}

// A case that was filed as a follower ended in the moment of its filing; one that was merged ended later.
function wasFiledAsFollower({ parentId, closedAt, submittedAt }: CaseRecord): boolean {
  return parentId !== null && closedAt !== null && closedAt.getTime() === submittedAt.getTime();
}
