/** Who may see a case, how much of it, and in which capacities they act on it. Refused unless said here. */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseType } from '@bekhedmetkom/schema/events/vocabulary';
import type { Capacity } from './transitions.ts';

export interface Access {
  as: 'APPLICANT' | 'STAFF' | 'SERVICE';
  /** Subject and text; a report's are kept from those who only oversee. */
  seesText: boolean;
  seesApplicant: boolean;
  /** What staff tell each other: reasons for returning, the answer under review. */
  seesInternal: boolean;
  capacities: readonly Capacity[];
}

/** What a decision about access needs to know of a case. */
export interface CaseOwnership {
  entity: string | null;
  type: CaseType;
  applicantSubject: string | null;
  filedBy?: string | null;
  imported: boolean;
}

const everywhere = [
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
  'PRIME_MINISTERS_OFFICE',
  'STEERING_COMMITTEE',
  'CONTACT_CENTRE',
  'ADMINISTRATOR',
];
const readsReports = ['OPERATION_ROOM', 'QUALITY_REVIEWER', 'PRIME_MINISTERS_OFFICE', 'CONTACT_CENTRE'];
const ofEntity = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'];
const focalPoints = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'];
/** Programs of ours whose job needs cases and how to reach their applicants. */
const informedServices = ['notification'];

/** The applicant's own access, also by reference and secret. */
export const applicantAccess: Access = {
  as: 'APPLICANT',
  seesText: true,
  seesApplicant: true,
  seesInternal: false,
  capacities: ['APPLICANT'],
};

/** What the viewer may see and do; null when to the viewer the case does not exist. */
export function accessTo(viewer: Viewer, kase: CaseOwnership): Access | null {
  if (viewer.kind === 'service') return accessOfService(viewer);
  const staff = accessOfStaff(viewer, kase);
  const isApplicant = viewer.subject !== null && viewer.subject === kase.applicantSubject;
  if (!isApplicant) return staff;
  if (!staff) return applicantAccess;
  return {
    ...staff,
    seesText: true,
    seesApplicant: true,
    capacities: [...staff.capacities, 'APPLICANT'],
  };
}

/** Entities whose cases the viewer may see as staff: `all`, or these codes (none for applicants). */
export function readableEntities(viewer: Viewer): 'all' | string[] {
  if (viewer.kind === 'service') return accessOfService(viewer) ? 'all' : [];
  if (everywhere.some((role) => holds(viewer, role))) return 'all';
  const scopes = viewer.grants.filter((grant) => ofEntity.includes(grant.role)).map((grant) => grant.scope);
  return scopes.includes(null) ? 'all' : [...new Set(scopes.filter((scope) => scope !== null))];
}

/** Whether the viewer works here in any role: only they may watch the feed. */
export function isStaff(viewer: Viewer): boolean {
  const entities = readableEntities(viewer);
  return viewer.kind === 'person' && (entities === 'all' || entities.length > 0);
}

/** Whether the viewer may see what reports say, wherever they may see cases at all. */
export function mayReadReports(viewer: Viewer): boolean {
  if (viewer.kind === 'service' || readsReports.some((role) => holds(viewer, role))) return true;
  return !everywhere.some((role) => holds(viewer, role));
}

function accessOfService(viewer: Viewer): Access | null {
  if (!informedServices.includes(viewer.subject ?? '')) return null;
  return { as: 'SERVICE', seesText: true, seesApplicant: true, seesInternal: false, capacities: [] };
}

function accessOfStaff(viewer: Viewer, kase: CaseOwnership): Access | null {
  const inEntity = (role: string): boolean =>
    kase.entity !== null
      ? holds(viewer, role, kase.entity)
      : viewer.grants.some((g) => g.role === role && g.scope === null);
  const filed = viewer.subject !== null && viewer.subject === (kase.filedBy ?? null);
  const imports = holds(viewer, 'IMPORTER') && (filed || kase.imported);
  const works = ofEntity.some(inEntity);
  if (!works && !imports && !everywhere.some((role) => holds(viewer, role))) return null;

  const capacities: Capacity[] = [];
  if (inEntity('MAIN_FOCAL_POINT')) capacities.push('MAIN_FOCAL_POINT');
  if (inEntity('SUB_FOCAL_POINT')) capacities.push('SUB_FOCAL_POINT');
  if (holds(viewer, 'OPERATION_ROOM')) capacities.push('OPERATION_ROOM');
  if (holds(viewer, 'QUALITY_REVIEWER')) capacities.push('QUALITY_REVIEWER');
  if (imports) capacities.push('IMPORTER');
  return {
    as: 'STAFF',
    seesText: kase.type !== 'REPORT' || works || imports || readsReports.some((role) => holds(viewer, role)),
    seesApplicant:
      focalPoints.some(inEntity) ||
      holds(viewer, 'OPERATION_ROOM') ||
      (filed && holds(viewer, 'CONTACT_CENTRE')),
    seesInternal: true,
    capacities,
  };
}
