/** A directory small enough to read, as the directory subgraph would announce it. */
import {
  type DirectoryEvent,
  type DirectoryEventType,
  slaPolicyPublished,
  type WorkflowTerms,
} from '@bekhedmetkom/schema/events/directory';
import type { Importance, Role } from '@bekhedmetkom/schema/events/vocabulary';
import { buildDirectory } from '../directory/directory.ts';
import { seededCalendar } from './seeded-calendar.ts';

interface Announced<T extends DirectoryEventType = DirectoryEventType> {
  type: T;
  key: string;
  payload: DirectoryEvent<T>;
}

const names = (en: string, ar: string) => ({ ar, en });

function entity(code: string, sector: string, en: string, ar: string, more: object = {}): Announced {
  const payload = {
    code,
    names: names(en, ar),
    sector,
    kind: 'ministry',
    parent: null,
    successor: null,
    validFrom: '2000-01-01',
    validTo: null,
    ...more,
  };
  return { type: 'entity.changed', key: code, payload };
}

function post(key: string, role: Role, at: string | null, subject: string | null): Announced {
  const holder =
    subject === null ? null : { staff: `staff-${subject}`, subject, names: names(subject, subject) };
  const payload = { key, role, entity: at, unit: null, names: names(key, key), superior: null, holder };
  return { type: 'post.changed', key, payload };
}

const days = (byImportance: Record<Importance, number>) =>
  Object.entries(byImportance) as [Importance, number][];
const policyDays = {
  COMPLAINT: { LOW: 14, MEDIUM: 7, HIGH: 3, CRITICAL: 1 },
  INQUIRY: { LOW: 5, MEDIUM: 3, HIGH: 2, CRITICAL: 1 },
  REPORT: { LOW: 7, MEDIUM: 3, HIGH: 2, CRITICAL: 1 },
  SUGGESTION: { LOW: 20, MEDIUM: 10, HIGH: 10, CRITICAL: 10 },
  COMPLIMENT: { LOW: 5, MEDIUM: 5, HIGH: 5, CRITICAL: 5 },
} as const;

/** The terms of the workflow as they are unless a policy says otherwise. */
export const defaultTerms: WorkflowTerms = slaPolicyPublished.shape.terms.parse(undefined);

export const announced: Announced[] = [
  {
    type: 'sector.changed',
    key: 'HEALTH',
    payload: { code: 'HEALTH', names: names('Health', 'الصحة'), order: 1 },
  },
  {
    type: 'sector.changed',
    key: 'WATER',
    payload: { code: 'WATER', names: names('Water', 'المياه'), order: 2 },
  },
  entity('MOH', 'HEALTH', 'Ministry of Health', 'وزارة الصحة'),
  entity('MIYAHUNA', 'WATER', 'Miyahuna', 'مياهنا'),
  entity('OLDWATER', 'WATER', 'Old Water Authority', 'سلطة المياه القديمة', {
    successor: 'MIYAHUNA',
    validTo: '2020-12-31',
  }),
  {
    type: 'category.changed',
    key: 'WAIT',
    payload: {
      code: 'WAIT',
      names: names('Waiting time', 'وقت الانتظار'),
      sector: 'HEALTH',
      defaultPillar: 'TIME',
      programme: 'GOVERNMENT_SERVICES',
    },
  },
  {
    type: 'category.changed',
    key: 'SMOKING',
    payload: {
      code: 'SMOKING',
      names: names('Smoking', 'التدخين'),
      sector: 'HEALTH',
      defaultPillar: 'QUALITY',
      programme: 'SMOKING',
    },
  },
  {
    type: 'governorate.changed',
    key: 'AMMAN',
    payload: { code: 'AMMAN', iso: 'JO-AM', names: names('Amman', 'العاصمة') },
  },
  {
    type: 'governorate.changed',
    key: 'ZARQA',
    payload: { code: 'ZARQA', iso: 'JO-AZ', names: names('Zarqa', 'الزرقاء') },
  },
  post('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH', 'p-mfp'),
  post('MOH-SFP-1', 'SUB_FOCAL_POINT', 'MOH', 'p-sfp'),
  post('MOH-SFP-2', 'SUB_FOCAL_POINT', 'MOH', null),
  post('MIYAHUNA-MFP', 'MAIN_FOCAL_POINT', 'MIYAHUNA', 'p-mfp-water'),
  post('OR-1', 'OPERATION_ROOM', null, 'p-or'),
  post('IMPORT-1', 'IMPORTER', null, 'p-importer'),
  post('QA-1', 'QUALITY_REVIEWER', null, 'p-qa'),
  { type: 'calendar.published', key: '1', payload: seededCalendar },
  {
    type: 'sla-policy.published',
    key: 'GOVERNMENT_SERVICES/1',
    payload: {
      version: 1,
      programme: 'GOVERNMENT_SERVICES',
      effectiveFrom: '2020-01-01',
      acknowledgeMinutes: { COMPLAINT: 420, INQUIRY: 420, COMPLIMENT: 840, REPORT: 420, SUGGESTION: 420 },
      resolveDays: Object.entries(policyDays).flatMap(([type, byImportance]) =>
        days(byImportance).map(([importance, workingDays]) => ({
          type: type as keyof typeof policyDays,
          pillar: null,
          importance,
          workingDays,
        })),
      ),
      terms: defaultTerms,
    },
  },
];

/** The same as a snapshot, for rules. */
export const smallDirectory = buildDirectory(
  announced.map(({ type, key, payload }) => ({ kind: type, key, payload })),
  announced.length,
);
