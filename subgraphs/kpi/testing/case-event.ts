/** Events for tests and benchmarks, hand-made: say what matters, the rest is ordinary. */
import { randomUUID } from 'node:crypto';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent, CaseFacts, CycleFacts } from '@bekhedmetkom/schema/events/complaint';

export type ExampleFacts = Partial<Omit<CaseFacts, 'cycle'>> & { cycle?: Partial<CycleFacts> };

export const exampleCycle: CycleFacts = {
  number: 1,
  openedBy: 'APPLICANT',
  submittedAt: '2026-03-02T08:00:00.000Z',
  acknowledgeBy: '2026-03-04T08:00:00.000Z',
  acknowledgedAt: null,
  originalDueAt: null,
  dueAt: null,
  pausedAt: null,
  startedAt: null,
  publishedAt: null,
  closedAt: null,
  outcome: null,
  rating: null,
  reviews: 0,
  approvedAtFirstReview: null,
  workingMinutes: null,
  questions: 0,
  interimAt: null,
  quality: null,
  escalations: [],
};

/** A complaint about the health ministry from Amman, submitted at eleven on Monday 2 March 2026. */
export function exampleCase({ cycle, ...facts }: ExampleFacts = {}): CaseFacts {
  return {
    caseId: randomUUID(),
    reference: 'BK-2026-7Q4M-K2XD-9',
    type: 'COMPLAINT',
    state: 'SUBMITTED',
    programme: 'GOVERNMENT_SERVICES',
    entity: 'MOH',
    category: null,
    pillar: null,
    importance: null,
    channel: 'WEB',
    governorate: 'AMMAN',
    applicantKind: 'CITIZEN',
    anonymous: false,
    applicantSubject: null,
    reachable: true,
    language: 'ar',
    holderPost: null,
    acceptedTransfers: 0,
    imported: false,
    parent: null,
    followers: 0,
    partEntities: [],
    transfer: null,
    rejectionCode: null,
    appealedAt: null,
    restricted: false,
    replyBy: null,
    ...facts,
    cycle: { ...exampleCycle, ...cycle },
  };
}

let position = 0;

/** The event that leaves a case so; `at` is when it was logged. */
export function exampleEvent(
  kase: CaseFacts,
  version = 1,
  at = '2026-03-02T08:00:00.000Z',
): LoggedEvent<CaseEvent> {
  return {
    position: ++position,
    id: randomUUID(),
    key: kase.caseId,
    version,
    type: 'case.submit',
    at,
    payload: { action: 'SUBMIT', from: null, by: 'APPLICANT', told: [], case: kase },
  };
}
