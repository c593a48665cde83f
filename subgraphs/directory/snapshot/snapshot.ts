import type { PublishedCalendar } from '../calendar/calendar.ts';
import type { Category } from '../category/category.ts';
import type { Entity } from '../entity/entity.ts';
import type { Governorate } from '../governorate/governorate.ts';
import type { Holding, Post } from '../post/post.ts';
import type { Programme } from '../programme/programme.ts';
import type { EntityCategory, SearchWord } from '../search-word/search-word.ts';
import type { Sector } from '../sector/sector.ts';
import type { Service } from '../service/service.ts';
import type { PublishedPolicy } from '../sla-policy/sla-policy.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { Unit } from '../unit/unit.ts';

export interface SnapshotRows {
  /** The day it shows, YYYY-MM-DD in Asia/Amman by the database's clock. */
  today: string;
  sectors: Sector[];
  entities: Entity[];
  units: Unit[];
  services: Service[];
  categories: Category[];
  governorates: Governorate[];
  posts: Post[];
  staff: StaffMember[];
  /** Those of today only. */
  holdings: Holding[];
  programmes: Programme[];
  searchWords: SearchWord[];
  entityCategories: EntityCategory[];
  /** Every version, the oldest first. */
  calendars: PublishedCalendar[];
  /** Every version of every programme, the oldest first. */
  slaPolicies: PublishedPolicy[];
}

/** The whole directory as it is on one day, in memory: looking something up costs a microsecond. */
export type Snapshot = ReturnType<typeof makeSnapshot>;

export function makeSnapshot(rows: SnapshotRows) {
  const sectors = keyedBy(rows.sectors, 'code');
  const entities = keyedBy(rows.entities, 'code');
  const units = keyedBy(rows.units, 'code');
  const services = keyedBy(rows.services, 'code');
  const categories = keyedBy(rows.categories, 'code');
  const governorates = keyedBy(rows.governorates, 'code');
  const posts = keyedBy(rows.posts, 'key');
  const staff = keyedBy(rows.staff, 'key');
  const staffBySubject = keyedBy(rows.staff, 'subject');
  const holdingByPost = keyedBy(rows.holdings, 'post');

  const entitiesBySector = groupedBy(rows.entities, 'sector');
  const entitiesByParent = groupedBy(rows.entities, 'parent');
  const unitsByEntity = groupedBy(rows.units, 'entity');
  const servicesByEntity = groupedBy(rows.services, 'entity');
  const postsByEntity = groupedBy(rows.posts, 'entity');
  const categoriesBySector = groupedBy(rows.categories, 'sector');
  const searchWordsByEntity = groupedBy(rows.searchWords, 'entity');
  const categoriesByEntity = groupedBy(rows.entityCategories, 'entity');
  const holdingsByStaff = groupedBy(rows.holdings, 'staff');

  return {
    today: rows.today,
    calendar: rows.calendars.at(-1)?.calendar ?? null,
    calendars: rows.calendars,
    slaPolicies: rows.slaPolicies,
    programmes: rows.programmes,
    sectors: rows.sectors,
    entities: rows.entities,
    categories: rows.categories,
    governorates: rows.governorates,

    sector: (code: string) => sectors.get(code),
    entity: (code: string) => entities.get(code),
    unit: (code: string) => units.get(code),
    service: (code: string) => services.get(code),
    category: (code: string) => categories.get(code),
    governorate: (code: string) => governorates.get(code),
    post: (key: string) => posts.get(key),
    staffMember: (key: string) => staff.get(key),
    staffMemberOf: (subject: string) => staffBySubject.get(subject),

    entitiesOf: (sector: string) => entitiesBySector.get(sector) ?? [],
    childrenOf: (entity: string) => entitiesByParent.get(entity) ?? [],
    unitsOf: (entity: string) => unitsByEntity.get(entity) ?? [],
    servicesOf: (entity: string) => servicesByEntity.get(entity) ?? [],
    postsOf: (entity: string) => postsByEntity.get(entity) ?? [],
    categoriesOf: (sector: string) => categoriesBySector.get(sector) ?? [],
    searchWordsOf: (entity: string) => searchWordsByEntity.get(entity) ?? [],
    categoriesHandledBy: (entity: string) =>
      (categoriesByEntity.get(entity) ?? []).flatMap(({ category }) => categories.get(category) ?? []),
    holderOf: (post: string) => staff.get(holdingByPost.get(post)?.staff ?? ''),
    postsHeldBy: (member: string) =>
      (holdingsByStaff.get(member) ?? []).flatMap((holding) => posts.get(holding.post) ?? []),
  };
}

function keyedBy<T, K extends keyof T>(rows: T[], key: K): Map<T[K], T> {
  return new Map(rows.map((row) => [row[key], row]));
}

function groupedBy<T, K extends keyof T>(rows: T[], key: K): Map<T[K], T[]> {
  return Map.groupBy(rows, (row) => row[key]);
}
