import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';

type Facts = Omit<Partial<CaseEvent['case']>, 'cycle'> & { cycle?: Partial<CaseEvent['case']['cycle']> };

/** An event of a complaint that Layla filed with the Ministry of Health. */
export function caseEventOf(action: CaseEvent['action'], { cycle, ...facts }: Facts = {}): CaseEvent {
  return {
    action,
    from: null,
    by: 'STAFF',
    told: [],
    case: {
      caseId: '0199a1f0-0000-7000-8000-000000000001',
      reference: 'BK-2026-7Q4M-K2XD-9',
      type: 'COMPLAINT',
      state: 'SUBMITTED',
      programme: 'GOVERNMENT_SERVICES',
      entity: 'MOH',
      category: null,
      pillar: null,
      importance: null,
      channel: 'WEB',
      governorate: null,
      applicantKind: null,
      anonymous: false,
      applicantSubject: 'p-layla',
      reachable: true,
      language: 'ar',
      holderPost: 'MOH-SFP-1',
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
      cycle: {
        number: 1,
        openedBy: 'APPLICANT',
        submittedAt: '2026-11-17T07:20:00.000Z',
        acknowledgeBy: '2026-11-18T07:20:00.000Z',
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
        ...cycle,
      },
    },
  };
}

let logged = 0;

/** The event as a log holds it, of just now unless told. */
export function loggedOf(event: CaseEvent, at = new Date()): LoggedEvent {
  logged += 1;
  return {
    position: logged,
    id: `0199a1f0-0000-7000-9000-${String(logged).padStart(12, '0')}`,
    key: event.case.caseId,
    version: logged,
    type: event.action ? `case.${event.action.toLowerCase()}` : 'case.import',
    at: at.toISOString(),
    payload: event,
  };
}

const names = { ar: 'منصب', en: 'Post' };
const holder = (subject: string | null) => ({ staff: `staff-${subject}`, subject, names });
const post = (key: string, role: string, entity: string | null, subject: string | null) => ({
  type: 'post.changed',
  payload: { key, role, entity, unit: null, names, superior: null, holder: holder(subject) },
});

/** What the directory announced, as far as these tests need it. */
export const directoryAnnouncements = [
  {
    type: 'entity.changed',
    payload: {
      code: 'MOH',
      names: { ar: 'وزارة الصحة', en: 'Ministry of Health' },
      sector: 'HEALTH',
      kind: 'ministry',
      parent: null,
      successor: null,
      validFrom: '2000-01-01',
      validTo: null,
    },
  },
  post('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH', 'p-mfp'),
  post('MOH-SFP-1', 'SUB_FOCAL_POINT', 'MOH', 'p-sfp'),
  post('OR-1', 'OPERATION_ROOM', null, 'p-or-1'),
  post('QA-1', 'QUALITY_REVIEWER', null, 'p-qa'),
].map(
  ({ type, payload }, index): LoggedEvent => ({
    position: index + 1,
    id: `0199a1f0-0000-7000-a000-${String(index).padStart(12, '0')}`,
    key: `0199a1f0-0000-7000-b000-${String(index).padStart(12, '0')}`,
    version: 1,
    type,
    at: '2026-11-01T00:00:00.000Z',
    payload,
  }),
);
