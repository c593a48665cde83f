import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Importance, Pillar } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import type { Refusal } from '../case/case.ts';
import {
  type CaseDependencies,
  type CaseResult,
  changeCaseWithin,
  type TransitionContext,
  within,
} from '../case-change/change-case.ts';
import { dueDates } from '../clock/case-clock.ts';
import { checkEntity, type Directory, timeToResolve } from '../directory/directory.ts';
import { lockFamily, moveFollowers } from '../merge/merge.store.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';

export interface Classification {
  caseId: string | null;
  expectedVersion: number;
  importance: Importance;
  pillar: Pillar;
  /** Null: another subject than those of the list. */
  categoryCode: string | null;
  entityCode: string | null;
  /** Key of the post; null when the id given names none. */
  assigneePost: string | null;
}

/**
 * Classifies a case: stops the acknowledgement, sets the due date, counted from submission, and gives the
 * case to a focal point of the entity. Who follows it goes with it.
 */
export function classifyCase(
  deps: CaseDependencies,
  input: Classification,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return deps.database.transaction(async (tx) => {
    if (input.caseId !== null) await lockFamily(tx, input.caseId);
    return changeCaseWithin(tx, within(deps), { ...request, action: 'CLASSIFY' }, async (context) => {
      const change = classify(context, input);
      if (!('refused' in change)) {
        await moveFollowers(tx, context.record, { ...context.record, ...change.after });
      }
      return change;
    });
  });
}

function classify({ record, now, directory }: TransitionContext, input: Classification) {
  const entity = findEntity(record, input.entityCode, directory, now);
  if (typeof entity !== 'string') return entity;
  const category = input.categoryCode === null ? null : directory.category(input.categoryCode);
  if (category === undefined) {
    const facts = { code: input.categoryCode ?? '' };
    return { refused: 'UNKNOWN_CATEGORY', field: ['categoryCode'], facts };
  }
  const assignee = input.assigneePost === null ? undefined : directory.post(input.assigneePost);
  const isFocalPoint = assignee?.role === 'MAIN_FOCAL_POINT' || assignee?.role === 'SUB_FOCAL_POINT';
  if (!assignee || !isFocalPoint || assignee.entity !== entity) {
    return { refused: 'UNKNOWN_POST', field: ['assigneePostId'] };
  }
  const { importance, pillar } = input;
  const programme = category?.programme ?? record.programme;
  const due = dueOfClassification(record, { programme, importance, pillar }, directory);
  return {
    after: {
      entity,
      category: category?.code ?? null,
      programme,
      importance,
      pillar,
      holderPost: assignee.key,
      // While nobody knew whose it was, no entity held it: that time is not credited as a wrong one's.
      entityAssignedAt: record.entity === null ? now : record.entityAssignedAt,
      acknowledgedAt: now,
      restricted: directory.programme(programme)?.restricted ?? false,
      ...due,
    },
    detail: { importance, pillar, category: category?.code ?? null, entity, assignee: assignee.key },
  };
}

/** The time to answer that a classification gives, and until when that is, counted from submission. */
export function dueOfClassification(
  record: CaseRecord,
  {
    programme,
    importance,
    pillar,
  }: Pick<CaseRecord, 'programme'> & Pick<Classification, 'importance' | 'pillar'>,
  directory: Directory,
) {
  const calendar = directory.calendar(record.calendarVersion);
  // The policy in force when the round began stays; another programme's is the one in force at that moment.
  const submitted = record.cycleSubmittedAt.getTime();
  const policy =
    programme === record.programme
      ? directory.policyOf(record)
      : directory.policyFor(programme, toLocalDate(dayOf(submitted)));
  const sla = timeToResolve(policy, record.type, pillar, importance);
  return { policyVersion: policy.version, ...sla, ...dueDates({ ...record, ...sla }, calendar) };
}

function findEntity(
  record: CaseRecord,
  code: string | null,
  directory: Directory,
  now: Date,
): string | Refusal {
  const field = ['entityCode'];
  if (record.entity !== null) {
    return !code || code === record.entity ? record.entity : { refused: 'ENTITY_KNOWN', field };
  }
  if (!code) return { refused: 'ENTITY_REQUIRED', field };
  return checkEntity(directory, code, toLocalDate(dayOf(now.getTime())), field) ?? code;
}
