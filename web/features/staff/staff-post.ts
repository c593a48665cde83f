/** What the viewer's posts open to her in the staff area. */
import type { ViewerQuery } from '../../graphql/generated/graphql.ts';
import type { InboxView } from '../inbox/inbox-address.ts';

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

/** The views of the rail, in order, for these posts. */
export function viewsOf(posts: Posts): InboxView[] {
  const roles = new Set(posts.map((post) => post.role));
  const views: InboxView[] = ['next'];
  if (roles.has('MAIN_FOCAL_POINT') || roles.has('SUB_FOCAL_POINT')) views.push('mine');
  views.push('classify');
  if (roles.has('OPERATION_ROOM')) views.push('unknown');
  views.push('review', 'overdue');
  return views;
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
