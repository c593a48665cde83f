/** What the viewer's posts open to her in the staff area. */
import type { ViewerQuery } from '../../graphql/generated/graphql.ts';
import type { InboxView } from '../inbox/address/inbox-address.ts';

export type Posts = NonNullable<ViewerQuery['viewer']>['posts'];
type Role = Posts[number]['role'];

const seeAll: readonly Role[] = [
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
  'PRIME_MINISTERS_OFFICE',
  'STEERING_COMMITTEE',
  'CONTACT_CENTRE',
  'ADMINISTRATOR',
];

/** Who read or write canned answers. */
const cannedKeepers: readonly Role[] = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'OPERATION_ROOM'];

/** The names of the entities the viewer works for; null when she looks at all of them. */
export function entityNames(posts: Posts): string[] | null {
  if (posts.some((post) => seeAll.includes(post.role))) return null;
  return [...new Set(posts.flatMap((post) => post.entity?.name ?? []))];
}

/** Whether the wall and the room's desk are open to the viewer. */
export function mayWatchAll(posts: Posts): boolean {
  return entityNames(posts) === null;
}

/** A coordinator is the operation room of a programme. */
const asRoom: readonly Role[] = ['OPERATION_ROOM', 'PROGRAMME_COORDINATOR'];
/** They decide what a main focal point proposes and, while that post is vacant, what it would decide. */
const superiors: readonly Role[] = ['SECRETARY_GENERAL', 'MINISTER'];

/** The views of the rail, in order, for these posts. */
export function viewsOf(posts: Posts): InboxView[] {
  const roles = new Set(posts.map((post) => post.role));
  const has = (...wanted: Role[]): boolean => wanted.some((role) => roles.has(role));
  const views: InboxView[] = ['next'];
  if (has('MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT')) views.push('mine');
  views.push('classify');
  if (has(...asRoom)) views.push('unknown');
  if (has('MAIN_FOCAL_POINT', ...superiors, ...asRoom)) views.push('incoming', 'proposals');
  if (has(...asRoom)) views.push('appeals');
  views.push('review', 'overdue');
  if (has(...superiors, 'PRIME_MINISTERS_OFFICE')) views.push('escalatedToMe');
  views.push('escalated');
  if (has('QUALITY_REVIEWER', ...asRoom)) views.push('scoring');
  return views;
}

/** Which counts the rail asks for: only those of its own views. */
export function countsFor(
  views: readonly string[],
  { parts, identity }: { parts: boolean; identity: boolean },
) {
  return {
    unknown: views.includes('unknown'),
    incoming: views.includes('incoming'),
    proposals: views.includes('proposals'),
    appeals: views.includes('appeals'),
    escalatedToMe: views.includes('escalatedToMe'),
    scoring: views.includes('scoring'),
    parts,
    identity,
  };
}

/** Whether other entities may ask the viewer's for a part, or hers for theirs. */
export function mayHaveParts(posts: Posts): boolean {
  const asked: readonly Role[] = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'OPERATION_ROOM'];
  return posts.some((post) => asked.includes(post.role));
}

const inEntities: readonly Role[] = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'];

/** Whether the viewer, who holds no post in an entity, may ask or decide who is shown a reporter. */
export function mayAskIdentity(posts: Posts): boolean {
  const outside: readonly Role[] = [
    'OPERATION_ROOM',
    'PROGRAMME_COORDINATOR',
    'QUALITY_REVIEWER',
    'PRIME_MINISTERS_OFFICE',
  ];
  const isInside = posts.some(({ role }) => inEntities.includes(role));
  return !isInside && posts.some(({ role }) => outside.includes(role));
}

/** Whether something may be done to many cases at once. */
export function mayActOnMany(posts: Posts): boolean {
  return mayHaveParts(posts) || posts.some((post) => post.role === 'PROGRAMME_COORDINATOR');
}

/** Where the staff area begins for these posts, below `/{locale}/staff`. */
export function firstPage(posts: Posts): string {
  const roles = new Set(posts.map((post) => post.role));
  return roles.size === 1 && roles.has('QUALITY_REVIEWER') ? '/review' : '/inbox';
}

export type AdministrationPage = 'canned-answers' | 'rubric' | 'calendars' | 'policies';

/** The pages of administration that these posts open, in the order of the rail. */
export function administrationOf(posts: Posts): AdministrationPage[] {
  const roles = new Set(posts.map((post) => post.role));
  const pages: AdministrationPage[] = [];
  if (cannedKeepers.some((role) => roles.has(role))) pages.push('canned-answers');
  if (roles.has('ADMINISTRATOR')) pages.push('rubric');
  if (roles.has('ADMINISTRATOR') || roles.has('OPERATION_ROOM')) pages.push('calendars', 'policies');
  return pages;
}
