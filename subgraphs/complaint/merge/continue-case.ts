import { serviceViewer } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import { systemAccess } from '../case-access/case.policy.ts';
import { changeCaseWithin, type Within } from '../case-change/change-case.ts';
import { movedTexts } from '../confidential/moved-texts.ts';
import { handOver } from './continue.store.ts';

/**
 * Lets the work on a case that its applicant withdrew go on as its eldest follower's: with that one's reference,
 * secret, contact and words, under the deadlines that were promised, at the place where the work stood. Both cases are
 * locked; it is one step of the follower's, in the transaction of the withdrawal.
 */
export async function continueCase(tx: Tx, deps: Within, heir: string, former: CaseRecord): Promise<void> {
  const viewer = serviceViewer('complaint');
  const request = {
    id: heir,
    expectedVersion: null,
    action: 'CONTINUE',
    viewer,
    access: systemAccess,
  } as const;
  const { refusals } = await changeCaseWithin(tx, deps, request, async ({ record }) => {
    await handOver(tx, former, record);
    const after = inherited(former, record);
    if (deps.words) await movedTexts(tx, deps.words, former, { ...record, ...after });
    return {
      after,
      // For staff, who find the history of the work there.
      text: former.reference,
      internal: true,
      detail: { from: former.reference },
    };
  });
  const [refusal] = refusals;
  if (refusal) throw new Fault('INTERNAL_SERVER_ERROR', `case ${heir} cannot go on: ${refusal.refused}`);
}

/** What is not for a withdrawn case any more, as it was handed over. */
export const handedOver = {
  followers: 0,
  openParts: 0,
  partEntities: [],
  transferTo: null,
  transferAtRoom: false,
  previousState: null,
} satisfies Partial<CaseRecord>;

// A question was put to somebody else, and a proposal was written to their words.
const states: Partial<Record<CaseState, CaseState>> = { AWAITING_APPLICANT: 'IN_PROGRESS' };

function inherited(former: CaseRecord, own: CaseRecord): Partial<CaseRecord> {
  const { state, entity, programme, restricted, importance, pillar, holderPost, acceptedTransfers } = former;
  const {
    transferTo,
    transferAtRoom,
    transferRefusals,
    previousState,
    partEntities,
    openParts,
    entityAssignedAt,
  } = former;
  const { policyVersion, calendarVersion, cycleSubmittedAt, acknowledgeBy, acknowledgedAt } = former;
  const { originalDueAt, dueAt, slaDays, slaMinutes, interimDueOn, interimAt, startedAt } = former;
  const { reviews, approvedAtFirstReview, answerAuthor, escalation, escalations } = former;
  return {
    ...{ entity, programme, restricted, importance, pillar, holderPost, acceptedTransfers },
    ...{
      transferTo,
      transferAtRoom,
      transferRefusals,
      previousState,
      partEntities,
      openParts,
      entityAssignedAt,
    },
    ...{ policyVersion, calendarVersion, cycleSubmittedAt, acknowledgeBy, acknowledgedAt },
    ...{ originalDueAt, dueAt, slaDays, slaMinutes, interimDueOn, interimAt, startedAt },
    ...{ reviews, approvedAtFirstReview, answerAuthor, escalation, escalations },
    ...{ pauses: former.pauses, pausedAt: null, questions: 0, question: null, proposal: null },
    state: states[state] ?? state,
    previousState: previousState && (states[previousState] ?? previousState),
    category: former.category ?? own.category,
    parentId: null,
    followers: Math.max(0, former.followers - 1),
    closedAt: null,
    ...(state === 'TRANSFER_PENDING' && { timesOutAt: former.timesOutAt }),
  };
}
