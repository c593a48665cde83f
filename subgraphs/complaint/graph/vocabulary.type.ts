/** The closed vocabularies as enums of the graph, built of the lists that every program shares. */
import {
  applicantKinds,
  caseActions,
  caseStates,
  caseTypes,
  channels,
  escalationLevels,
  importances,
  outcomes,
  pillars,
  programmes,
  rejectionCodes,
  solvedAnswers,
} from '@bekhedmetkom/schema/events/vocabulary';
import { registerEnumType } from 'type-graphql';
import { caseOrders } from '../case-list/case-filter.ts';
import { slaStatuses } from '../sla/sla.ts';
import { slaDayKinds, slaReasons } from '../sla/sla-timeline.ts';

/** Registers a list of words as an enum of the graph. */
export function enumOf<T extends string>(
  name: string,
  values: readonly T[],
  description: string,
): { [V in T]: V } {
  const words = Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };
  registerEnumType(words, { name, description });
  return words;
}

export const caseTypeEnum = enumOf('CaseType', caseTypes, 'What kind of request a person files.');
export const caseStateEnum = enumOf('CaseState', caseStates, 'Where a case stands in its workflow.');
export const caseActionEnum = enumOf('CaseAction', caseActions, 'What can be done to a case.');
export const channelEnum = enumOf('Channel', channels, 'The way by which a request arrived.');
export const pillarEnum = enumOf('Pillar', pillars, 'Which side of a service it is about.');
export const importanceEnum = enumOf('Importance', importances, 'How much depends on it.');
export const applicantKindEnum = enumOf(
  'ApplicantKind',
  applicantKinds,
  'What the applicant is; for analysis only, it never changes how a case is treated.',
);
export const outcomeEnum = enumOf('Outcome', outcomes, 'How a case ended.');
export const solvedEnum = enumOf('Solved', solvedAnswers, 'Whether the applicant finds it solved.');
export const programmeEnum = enumOf(
  'Programme',
  programmes,
  'The purpose for which the platform is run: its own categories, deadlines and visibility.',
);
export const caseOrderEnum = enumOf(
  'CaseOrder',
  caseOrders,
  'How a list is sorted. NEXT_BREACH: by the deadline that comes next, cases without a running clock last.',
);
export const slaStatusEnum = enumOf(
  'SlaStatus',
  slaStatuses,
  'DUE_SOON: three quarters of the working time are used. OVERDUE: the deadline that comes next (acknowledgement until classified, then resolution) has passed. PAUSED: waiting for the applicant. STOPPED: answered or ended.',
);
export const slaReasonEnum = enumOf('SlaReason', slaReasons, 'Why a span of time counts, or does not.');
export const slaDayKindEnum = enumOf('SlaDayKind', slaDayKinds, 'What a day was to a deadline.');
export const rejectionCodeEnum = enumOf(
  'RejectionCode',
  rejectionCodes,
  'Why a case is not taken on. Another entity’s business is a transfer, never a rejection.',
);
export const escalationLevelEnum = enumOf(
  'EscalationLevel',
  escalationLevels,
  'The ladder. L0: three quarters of the time are used. L1: late, or two days unacknowledged. L2 to L4: 2, 5 and 10 working days late. A CRITICAL case takes half the steps.',
);
export const cycleOpenerEnum = enumOf(
  'CycleOpener',
  ['APPLICANT', 'OPERATION_ROOM'],
  'Who began a round of a case.',
);
export const timelineActorEnum = enumOf(
  'TimelineActor',
  ['APPLICANT', 'STAFF', 'SYSTEM', 'IMPORTER'],
  'Who did it, by kind; never who in person.',
);
