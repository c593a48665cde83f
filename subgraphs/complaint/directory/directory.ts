/** What this room knows of the directory: a snapshot in memory, fed by the directory's events. */
import {
  type Calendar,
  calendarPublished,
  type DirectoryEvent,
  slaPolicyPublished,
  type WorkflowTerms,
} from '@bekhedmetkom/schema/events/directory';
import type { CaseType, Importance, Pillar, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import type { Refusal } from '../case/case.ts';
import { dayOf, indexCalendar, toLocalDate, type WorkingCalendar } from '../sla/working-calendar.ts';
import { entitiesNamed } from './entities-named.ts';
import { readSuperiors, type Superior } from './superiors.ts';

type Entity = DirectoryEvent<'entity.changed'>;
type Category = DirectoryEvent<'category.changed'>;
type Post = DirectoryEvent<'post.changed'>;
type Governorate = DirectoryEvent<'governorate.changed'>;
type ProgrammeFacts = DirectoryEvent<'programme.changed'>;
export type SlaPolicy = DirectoryEvent<'sla-policy.published'>;

/** One thing of the directory as it was last announced. */
export interface DirectoryItem {
  kind: string;
  key: string;
  payload: unknown;
}

/** Which policy a cycle stands on. */
export interface CyclePolicy {
  programme: Programme;
  policyVersion: number;
  cycleSubmittedAt: Date;
}

export interface Directory {
  /** The log position up to which this is the directory. */
  revision: number;
  entity(code: string): Entity | undefined;
  category(code: string): Category | undefined;
  hasGovernorate(code: string): boolean;
  governorate(code: string): Governorate | undefined;
  /** The governorate of an ISO 3166-2 code, e.g. `JO-AM`. */
  governorateOf(iso: string): Governorate | undefined;
  post(key: string): Post | undefined;
  /** The main focal point's post of an entity. */
  mainFocalPointOf(entity: string | null): Post | undefined;
  /** Who stands above the main focal point of an entity, and for it while its post is vacant. */
  superiorOf(entity: string): Superior;
  /** The entities above whose main focal point a post stands: the next one upward that somebody holds. */
  entitiesBelow(post: string): readonly string[];
  /** The entities where nobody is left between the main focal point and the operation room. */
  entitiesBelowRoom: readonly string[];
  /** Keys of the posts that do a main focal point's work now: its own, or whoever stands in for it. */
  workingPostsOf(entity: string | null): string[];
  /** Posts held today by a subject of the issuer. */
  postsOf(subject: string): readonly Post[];
  /** Codes of the entities of sectors. */
  entitiesOf(sectors: readonly string[]): string[];
  sectorOf(entity: string | null): string | null;
  /** Codes of the entities that a text names, by code or name. */
  entitiesNamed(typed: string): string[];
  /** The calendar of a version, or the newest; throws when there is none. */
  calendar(version?: number): WorkingCalendar;
  /** Version of the newest calendar; 0 when there is none. */
  newestCalendar: number;
  /** Whether a calendar after this version and up to the newest may make deadlines earlier. */
  mayShortenSince(version: number): boolean;
  /** A calendar that was not published, as if it came after the newest. */
  draftCalendar(draft: Omit<Calendar, 'version'>): WorkingCalendar;
  /** The policy in force on a day (`YYYY-MM-DD`), falling back to that of the general programme. */
  policyFor(programme: Programme, day: string): SlaPolicy;
  /** The policy that a cycle began under, whatever was published since. */
  policyOf(cycle: CyclePolicy): SlaPolicy;
  /** The terms of that policy. */
  termsOf(cycle: CyclePolicy): WorkflowTerms;
  /** Undefined while the directory has said nothing of it: then it is neither restricted nor coordinated. */
  programme(code: Programme): ProgrammeFacts | undefined;
  /** Posts of a role, in an entity or above all of them. */
  postsOfRole(role: Post['role'], entity: string | null): readonly Post[];
  /** Whether there is a calendar, a policy and an entity: enough to take cases. */
  complete: boolean;
}

const general: Programme = 'GOVERNMENT_SERVICES';

/** Builds the snapshot out of everything the directory has announced. */
export function buildDirectory(items: readonly DirectoryItem[], revision: number): Directory {
  const of = <T>(kind: string): Map<string, T> =>
    new Map(items.filter((item) => item.kind === kind).map((item) => [item.key, item.payload as T]));
  const entities = of<Entity>('entity.changed');
  const categories = of<Category>('category.changed');
  const governorates = of<Governorate>('governorate.changed');
  const posts = of<Post>('post.changed');
  // Kept as they were announced, maybe by an earlier release: what is new since has its default.
  const policies = [...of('sla-policy.published').values()].map((one) => slaPolicyPublished.parse(one));
  const programmes = of<ProgrammeFacts>('programme.changed');
  const calendars = [...of('calendar.published').values()]
    .map((one) => calendarPublished.parse(one))
    .sort((a, b) => a.version - b.version);
  const newest = calendars.at(-1)?.version ?? 0;
  const bySubject = Map.groupBy(
    [...posts.values()].filter((post) => post.holder?.subject),
    (post) => post.holder?.subject ?? '',
  );
  const mainPosts = new Map(
    [...posts.values()]
      .filter((post) => post.role === 'MAIN_FOCAL_POINT')
      .map((post) => [post.entity, post] as const),
  );
  const byRole = Map.groupBy(posts.values(), (post) => `${post.role} ${post.entity ?? ''}`);
  const mainFocalPointOf = (entity: string | null) => (entity === null ? undefined : mainPosts.get(entity));
  const superiors = readSuperiors({
    entities: [...entities.keys()],
    mainFocalPointOf,
    postsOfRole: (role, entity) => byRole.get(`${role} ${entity ?? ''}`) ?? [],
    post: (key) => posts.get(key),
  });
  // A version counts within its programme. One of the general programme may be meant: the programme had none of its
  // own yet, and its first one, of the same number, came into force later.
  function policyOf({ programme, policyVersion, cycleSubmittedAt }: CyclePolicy): SlaPolicy {
    const day = toLocalDate(dayOf(cycleSubmittedAt.getTime()));
    const of = (code: Programme) =>
      policies.filter((one) => one.programme === code && one.version === policyVersion);
    const candidates = [...of(programme), ...of(general)];
    const found =
      candidates.find((one) => one.effectiveFrom <= day) ?? candidates[0] ?? oldestPolicy(policies);
    if (!found) throw new Error('the directory has announced no SLA policy');
    return found;
  }
  const indexed = new Map<number, WorkingCalendar>();

  return {
    revision,
    entity: (code) => entities.get(code),
    category: (code) => categories.get(code),
    hasGovernorate: (code) => governorates.has(code),
    governorate: (code) => governorates.get(code),
    governorateOf: (iso) => [...governorates.values()].find((one) => one.iso === iso),
    post: (key) => posts.get(key),
    mainFocalPointOf,
    ...superiors,
    postsOf: (subject) => bySubject.get(subject) ?? [],
    entitiesOf: (sectors) =>
      [...entities.values()].filter((one) => sectors.includes(one.sector)).map((one) => one.code),
    entitiesNamed: (typed) => entitiesNamed(typed, entities.values()),
    sectorOf: (entity) => (entity && entities.get(entity)?.sector) || null,
    calendar(version = newest) {
      const known = indexed.get(version);
      if (known) return known;
      const before = calendars.filter((one) => one.version <= version);
      const calendar = before.pop();
      if (calendar?.version !== version) {
        throw new Error(`the directory has announced no calendar of version ${version}`);
      }
      const made = indexCalendar(calendar, before);
      indexed.set(version, made);
      return made;
    },
    newestCalendar: newest,
    mayShortenSince: (version) => calendars.some((one) => one.version > version && one.mayShorten),
    draftCalendar: (draft) => indexCalendar({ ...draft, version: newest + 1 }, calendars),
    policyFor(programme, day) {
      const found =
        newestPolicy(policies, programme, day) ??
        newestPolicy(policies, general, day) ??
        oldestPolicy(policies);
      if (!found) throw new Error('the directory has announced no SLA policy');
      return found;
    },
    policyOf,
    termsOf: (cycle) => policyOf(cycle).terms,
    programme: (code) => programmes.get(code),
    postsOfRole: (role, entity) => byRole.get(`${role} ${entity ?? ''}`) ?? [],
    complete: calendars.length > 0 && policies.length > 0 && entities.size > 0,
  };
}

/** What is wrong with an entity's code on a day, or null. An expired entity is answered with its successor. */
export function checkEntity(
  directory: Directory,
  code: string,
  day: string,
  field: readonly string[],
): Refusal | null {
  const entity = directory.entity(code);
  if (!entity) return { refused: 'UNKNOWN_ENTITY', field, facts: { code } };
  const facts = { nameAr: entity.names.ar, nameEn: entity.names.en };
  if (day < entity.validFrom) return { refused: 'ENTITY_NOT_YET', field, facts };
  if (entity.validTo === null || day <= entity.validTo) return null;
  const successor = entity.successor === null ? undefined : directory.entity(entity.successor);
  if (!successor) return { refused: 'EXPIRED_ENTITY', field, facts };
  const next = {
    successorCode: successor.code,
    successorAr: successor.names.ar,
    successorEn: successor.names.en,
  };
  return { refused: 'EXPIRED_ENTITY', field, facts: { ...facts, ...next } };
}

/** Working minutes to acknowledge a case of a type. */
export function acknowledgeMinutes(policy: SlaPolicy, type: CaseType): number {
  return policy.acknowledgeMinutes[type];
}

/**
 * Working days, or else minutes, to resolve; both null when the policy says nothing of such a case. A compliment is
 * due by its acknowledgement time.
 */
export function timeToResolve(
  policy: SlaPolicy,
  type: CaseType,
  pillar: Pillar | null,
  importance: Importance,
): { slaDays: number | null; slaMinutes: number | null } {
  if (type === 'COMPLIMENT') return { slaDays: null, slaMinutes: acknowledgeMinutes(policy, type) };
  const rows = policy.resolveDays.filter((row) => row.type === type && row.importance === importance);
  const exact = rows.find((row) => row.pillar !== null && row.pillar === pillar);
  const row = exact ?? rows.find(({ pillar: one }) => one === null);
  return { slaDays: row?.workingDays ?? null, slaMinutes: row?.workingMinutes ?? null };
}

function newestPolicy(policies: SlaPolicy[], programme: Programme, day: string): SlaPolicy | undefined {
  return policies
    .filter((policy) => policy.programme === programme && policy.effectiveFrom <= day)
    .sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom) || b.version - a.version)[0];
}

// A day before every policy (records of another system): the oldest one is the nearest.
function oldestPolicy(policies: SlaPolicy[]): SlaPolicy | undefined {
  return policies.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))[0];
}
