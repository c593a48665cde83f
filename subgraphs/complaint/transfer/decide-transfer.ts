/** The ends of a transfer: the target, or the operation room, takes the case over or sends it back. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseRecord } from '../case/case.record.ts';
import { goesToRoom, maxReasonLength, type Refusal } from '../case/case.ts';
import {
  type CaseDependencies,
  type CaseResult,
  type Change,
  changeCase,
  changeCaseWithin,
  type TransitionContext,
  within,
} from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { dueDates } from '../clock/case-clock.ts';
import { askRoom, decideTransfer } from '../handover/transfer.store.ts';
import { lockFamily, moveFollowers } from '../merge/merge.store.ts';
import { creditsBetween } from '../sla/compute-due-dates.ts';
import { type Pause, pausedWorkingMinutes } from '../sla/sla.ts';
import { readText } from '../wording/written-text.ts';
import { roomOf } from './room.ts';
import { checkTarget, isFocalPointOf } from './target.ts';

export interface AcceptTransferInput extends CaseStep {
  /** Key of the post; null when the id given names none. */
  assigneePost: string | null;
  /** Another entity than was asked; only the operation room may choose one. */
  entityCode: string | null;
}

/** What a case is without a transfer. */
export const noTransfer = { transferTo: null, transferAtRoom: false, previousState: null };

/**
 * Takes a case over: it is the target's from now on, and the working time for which the former entity held it
 * is credited. Category, importance, the original due date and the age of the case stay.
 */
export function acceptTransfer(
  deps: CaseDependencies,
  input: AcceptTransferInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return deps.database.transaction(async (tx) => {
    if (input.caseId !== null) await lockFamily(tx, input.caseId);
    return changeCaseWithin(tx, within(deps), { ...request, action: 'ACCEPT_TRANSFER' }, (context) =>
      accept(context, input),
    );
  });
}

async function accept(context: TransitionContext, input: AcceptTransferInput): Promise<Change | Refusal> {
  const { tx, record, now, calendar, directory, post } = context;
  const entity = receiverOf(context, input.entityCode);
  if (typeof entity !== 'string') return entity;
  if (!isFocalPointOf(directory, input.assigneePost, entity)) {
    return { refused: 'UNKNOWN_POST', field: ['assigneePostId'] };
  }
  const credits = creditsOf(record, now);
  const pauses = [...record.pauses, ...credits].sort((a, b) => a.from - b.from);
  const creditedMinutes = pausedWorkingMinutes(calendar, credits, now.getTime());
  const verdict = { decision: 'ACCEPTED', at: now, post, receivedBy: entity, creditedMinutes } as const;
  await decideTransfer(tx, record.id, verdict);
  await moveFollowers(tx, record, { ...record, entity });
  return {
    after: {
      ...noTransfer,
      entity,
      holderPost: input.assigneePost,
      acceptedTransfers: record.acceptedTransfers + 1,
      transferRefusals: 0,
      entityAssignedAt: now,
      pauses,
      dueAt: dueDates({ ...record, pauses }, calendar).dueAt,
    },
    told: directory.workingPostsOf(record.entity),
    detail: { from: record.entity, entity, assignee: input.assigneePost, creditedMinutes },
  };
}

/** Sends a case back with a reason; a target's second refusal leaves it with the operation room instead. */
export function refuseTransfer(
  deps: CaseDependencies,
  input: CaseStep & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'REFUSE_TRANSFER' }, async (context) => {
    const { tx, record, now, outcome: taken, post, directory, keep } = context;
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return reason;
    const verdict = { decision: 'REFUSED', at: now, post, refusal: keep(reason.text) } as const;
    await decideTransfer(tx, record.id, verdict);
    const said = { text: reason.text, internal: true, detail: { to: record.transferTo } };
    const transferRefusals = taken.as === 'OPERATION_ROOM' ? 0 : record.transferRefusals + 1;
    if (!goesToRoom(record, taken.as)) {
      const told = directory.workingPostsOf(record.entity);
      return { ...said, told, after: { ...noTransfer, transferRefusals } };
    }
    await askRoom(tx, record.id, now);
    const told = roomOf(directory, record);
    return { ...said, told, after: { transferAtRoom: true, transferRefusals } };
  });
}

function receiverOf(
  { record, outcome: taken, now, directory }: TransitionContext,
  chosen: string | null,
): string | Refusal {
  const asked = record.transferTo ?? '';
  const field = ['entityCode'];
  const code = chosen || asked;
  if (code !== asked && taken.as !== 'OPERATION_ROOM') return { refused: 'ROOM_CHOOSES', field };
  return checkTarget(directory, { code, from: record.entity ?? '', now, field }) ?? code;
}

/** The time for which the entity had the case in this cycle, less what was paused already. */
function creditsOf({ entityAssignedAt, cycleSubmittedAt, pauses }: CaseRecord, now: Date): Pause[] {
  const since = Math.max(entityAssignedAt?.getTime() ?? 0, cycleSubmittedAt.getTime());
  const ended = pauses.filter((pause) => pause.to === null || pause.to > since);
  return creditsBetween(ended, since, now.getTime());
}
