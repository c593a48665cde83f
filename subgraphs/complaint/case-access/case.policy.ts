/** Who may see a case, how much of it, and in which capacities they act on it. Refused unless said here. */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseType, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import type { ActorRole } from '../case/transitions.ts';
import { roomAsSuperior, roomStandsIn, superior } from './standing-in.ts';

export interface Access {
  as: 'APPLICANT' | 'STAFF' | 'SERVICE';
  /** Subject and text; a report's are kept from those who only oversee. */
  seesText: boolean;
  seesApplicant: boolean;
  /** May decide whether somebody learns who filed a report, and be let know it. */
  isCustodian: boolean;
  /** May ask, with a reason, to be let know who filed a report. */
  mayAskIdentity: boolean;
  /** What staff tell each other: reasons for returning, the answer under review. */
  seesInternal: boolean;
  capacities: readonly ActorRole[];
}

/** What a decision about access needs to know of a case. */
export interface CaseOwnership {
  entity: string | null;
  type: CaseType;
  programme: Programme;
  restricted: boolean;
  applicantSubject: string | null;
  filedBy?: string | null;
  imported: boolean;
  transferTo: string | null;
  partEntities: readonly string[];
}

const everywhere = [
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
  'PRIME_MINISTERS_OFFICE',
  'STEERING_COMMITTEE',
  'CONTACT_CENTRE',
  'ADMINISTRATOR',
];
/** Those above the entities who see even the cases of restricted programmes. */
const overRestricted = ['PRIME_MINISTERS_OFFICE'];
const readsReports = ['OPERATION_ROOM', 'QUALITY_REVIEWER', 'PRIME_MINISTERS_OFFICE', 'CONTACT_CENTRE'];
/** Those of them whose work may need to know who filed one; agents know whom they filed for. */
const asksIdentity = ['OPERATION_ROOM', 'QUALITY_REVIEWER', 'PRIME_MINISTERS_OFFICE'];
const ofEntity = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER', superior];
/** Those who oversee figures and settings, not people: citizens' words are kept from them. */
const withoutWords = ['ADMINISTRATOR', 'STEERING_COMMITTEE'];
const everywhereWithWords = everywhere.filter((role) => !withoutWords.includes(role));
const focalPoints = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'];
/** Programs of ours whose job needs cases and how to reach their applicants. */
const informedServices = ['notification'];

/** The applicant's own access, also by reference and secret. */
export const applicantAccess: Access = {
  as: 'APPLICANT',
  seesText: true,
  seesApplicant: true,
  isCustodian: false,
  mayAskIdentity: false,
  seesInternal: false,
  capacities: ['APPLICANT'],
};

/** Nobody's access: what stands in a list that the viewer may not see after all says nothing. */
export const noAccess: Access = {
  as: 'STAFF',
  seesText: false,
  seesApplicant: false,
  isCustodian: false,
  mayAskIdentity: false,
  seesInternal: false,
  capacities: [],
};

/** The system's own access: it ends what waited too long, escalates, reckons afresh. */
export const systemAccess: Access = {
  as: 'SERVICE',
  seesText: false,
  seesApplicant: false,
  isCustodian: false,
  mayAskIdentity: false,
  seesInternal: true,
  capacities: ['SYSTEM'],
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
  return scopesOf(viewer, ofEntity);
}

/** Entities whose transfers the viewer decides about as main focal point. */
export function decidedEntities(viewer: Viewer): string[] {
  const scopes = scopesOf(viewer, ['MAIN_FOCAL_POINT']);
  return scopes === 'all' ? [] : scopes;
}

/** Entities for whose vacant main focal point the viewer stands in from the operation room; no restricted cases. */
export function stoodInEntities(viewer: Viewer): string[] {
  const scopes = holds(viewer, 'OPERATION_ROOM') ? scopesOf(viewer, [roomStandsIn]) : [];
  return scopes === 'all' ? [] : scopes;
}

/** Entities above whose main focal point the viewer stands next. */
export function entitiesBelow(viewer: Viewer): string[] {
  const scopes = scopesOf(viewer, [superior, roomAsSuperior]);
  return scopes === 'all' ? [] : scopes;
}

/** Entities whose parts the viewer answers. */
export function answeringEntities(viewer: Viewer): string[] {
  const scopes = scopesOf(viewer, focalPoints);
  return scopes === 'all' ? [] : scopes;
}

/** Programmes that the viewer coordinates. */
export function coordinatedProgrammes(viewer: Viewer): string[] {
  const scopes = scopesOf(viewer, ['PROGRAMME_COORDINATOR']);
  return scopes === 'all' ? [] : scopes;
}

/** Whether the viewer may see the cases of restricted programmes of every entity. */
export function seesRestricted(viewer: Viewer): boolean {
  return viewer.kind === 'service' || overRestricted.some((role) => holds(viewer, role));
}

function scopesOf(viewer: Viewer, roles: readonly string[]): 'all' | string[] {
  const scopes = viewer.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.scope);
  return scopes.includes(null) ? 'all' : [...new Set(scopes.filter((scope) => scope !== null))];
}

/** Whether the viewer works here in any role: only they may watch the feed. */
export function isStaff(viewer: Viewer): boolean {
  const entities = readableEntities(viewer);
  const works = entities === 'all' || entities.length > 0 || coordinatedProgrammes(viewer).length > 0;
  return viewer.kind === 'person' && works;
}

/** Whether the viewer may see what reports say, wherever they may see cases at all. */
export function mayReadReports(viewer: Viewer): boolean {
  if (viewer.kind === 'service' || readsReports.some((role) => holds(viewer, role))) return true;
  return !everywhere.some((role) => holds(viewer, role));
}

/**
 * Whether somebody holds a post in an entity, whichever: who reported is kept from them all, as one entity supervises
 * another and people know each other.
 */
function isInside(viewer: Viewer): boolean {
  return viewer.grants.some(({ role, scope }) => ofEntity.includes(role) && scope !== null);
}

/** Whose requests to be shown a reporter somebody decides about. */
export interface CustodianScope {
  /** Of every case that is not restricted. */
  open: boolean;
  /** Of every restricted case. */
  restricted: boolean;
  /** Of every case of these programmes. */
  programmes: readonly string[];
}

/** Of which cases the viewer is a custodian; null when of none. */
export function custodianScope(viewer: Viewer): CustodianScope | null {
  if (viewer.kind === 'service' || isInside(viewer)) return null;
  const open = holds(viewer, 'OPERATION_ROOM');
  const restricted = seesRestricted(viewer);
  const programmes = coordinatedProgrammes(viewer);
  return open || restricted || programmes.length > 0 ? { open, restricted, programmes } : null;
}

/** Whether the viewer may look for words in the cases of every entity. */
export function mayReadWords(viewer: Viewer): boolean {
  if (viewer.kind === 'service' || everywhereWithWords.some((role) => holds(viewer, role))) return true;
  return !everywhere.some((role) => holds(viewer, role));
}

function accessOfService(viewer: Viewer): Access | null {
  if (!informedServices.includes(viewer.subject ?? '')) return null;
  return {
    as: 'SERVICE',
    seesText: true,
    seesApplicant: true,
    isCustodian: false,
    mayAskIdentity: false,
    seesInternal: false,
    capacities: [],
  };
}

function accessOfStaff(viewer: Viewer, kase: CaseOwnership): Access | null {
  const inEntity = (role: string): boolean =>
    kase.entity !== null
      ? holds(viewer, role, kase.entity)
      : viewer.grants.some((g) => g.role === role && g.scope === null);
  const above = kase.restricted ? overRestricted : everywhere;
  const filed = viewer.subject !== null && viewer.subject === (kase.filedBy ?? null);
  const imports = holds(viewer, 'IMPORTER') && (filed || kase.imported);
  const works = ofEntity.some(inEntity);
  const coordinates = holds(viewer, 'PROGRAMME_COORDINATOR', kase.programme);
  const oversees = above.some((role) => holds(viewer, role)) || (filed && holds(viewer, 'CONTACT_CENTRE'));
  const decides = kase.transferTo !== null && holds(viewer, 'MAIN_FOCAL_POINT', kase.transferTo);
  const helps = kase.partEntities.some((code) => focalPoints.some((role) => holds(viewer, role, code)));
  if (!works && !imports && !coordinates && !oversees && !decides && !helps) return null;

  const capacities: ActorRole[] = [];
  const inRoom = !kase.restricted && holds(viewer, 'OPERATION_ROOM');
  const standsInFor = (entity: string | null): boolean =>
    inRoom && entity !== null && viewer.grants.some((g) => g.role === roomStandsIn && g.scope === entity);
  const isSuperior =
    inEntity(superior) ||
    (inRoom && viewer.grants.some((g) => g.role === roomAsSuperior && g.scope === kase.entity));
  const reviews = !kase.restricted && holds(viewer, 'QUALITY_REVIEWER');
  if (inEntity('MAIN_FOCAL_POINT') || standsInFor(kase.entity)) capacities.push('MAIN_FOCAL_POINT');
  if (isSuperior) capacities.push('SUPERIOR');
  if (inEntity('SUB_FOCAL_POINT')) capacities.push('SUB_FOCAL_POINT');
  if (decides || standsInFor(kase.transferTo)) capacities.push('TARGET_MAIN_FOCAL_POINT');
  if (helps || kase.partEntities.some(standsInFor)) capacities.push('PART_FOCAL_POINT');
  if (inRoom || coordinates) capacities.push('OPERATION_ROOM');
  if (reviews || coordinates) capacities.push('QUALITY_REVIEWER');
  if (imports) capacities.push('IMPORTER');
  const readsReport = readsReports.some((role) => above.includes(role) && holds(viewer, role));
  const overseesWords =
    oversees && (filed || above.some((role) => !withoutWords.includes(role) && holds(viewer, role)));
  const involved = works || imports || coordinates || decides;
  return {
    as: 'STAFF',
    seesText: involved || helps || (kase.type === 'REPORT' ? readsReport : overseesWords),
    seesApplicant:
      (filed && holds(viewer, 'CONTACT_CENTRE') && !isInside(viewer)) ||
      (kase.type !== 'REPORT' && (focalPoints.some(inEntity) || inRoom || coordinates)),
    mayAskIdentity:
      (coordinates || asksIdentity.some((role) => above.includes(role) && holds(viewer, role))) &&
      !isInside(viewer),
    isCustodian:
      (inRoom || coordinates || (kase.restricted && holds(viewer, 'PRIME_MINISTERS_OFFICE'))) &&
      !isInside(viewer),
    // Who is only asked for a part is told the question, not what the others think.
    seesInternal: involved || overseesWords,
    capacities,
  };
}
