/** One page of the inbox with the true counts of its headings: asked alike by the web server and by the browser. */
import type { TypedDocumentNode } from '@urql/core';
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import { closedOf, filterOf, type InboxAddress } from '../address/inbox-address.ts';
import {
  InboxByEntityQuery,
  InboxCountsQuery,
  InboxQuery,
  InboxStillQuery,
  inboxPageSize,
  ScoringQuery,
} from './inbox.query.ts';
import { type DueGroup, dueGroups, filterOfGroup } from './inbox-groups.ts';
import type { OwnRowRef } from './row-view.ts';

export interface ListPage {
  rows: readonly OwnRowRef[];
  total: number;
  /** Where the next page begins; null: this is the last. */
  next: string | null;
  /** Of a list by entity, which comes with them; null: to be asked for. */
  counts: ListCounts | null;
}

export interface ListCounts {
  /** By name of a heading: of a group of deadlines, or code of an entity. Empty while nothing is known. */
  groups: Readonly<Record<string, number>>;
  /** Closed cases that the search finds besides; 0 where they are in the list or nothing is searched for. */
  closed: number;
}

export const noCounts: ListCounts = { groups: {}, closed: 0 };

/** Asks the graph; null when there is no answer. */
export type Ask = <D, V extends Record<string, unknown>>(
  document: TypedDocumentNode<D, V>,
  variables: V,
) => Promise<D | null>;

const entitiesOnPage = 6;
const rowsOfEntity = 4;

/** The page that an address shows; null when it could not be read. */
export async function askPage(
  ask: Ask,
  address: InboxAddress,
  base: CaseFilter | null,
): Promise<ListPage | null> {
  const filter = filterOf(address, base);
  if (address.grouped && address.view !== 'scoring') return askGrouped(ask, address, filter);
  const page = { first: inboxPageSize, after: address.after };
  const data =
    address.view === 'scoring' ? await ask(ScoringQuery, page) : await ask(InboxQuery, { ...page, filter });
  if (!data) return null;
  const { edges, totalCount, pageInfo } = data.cases;
  return {
    rows: edges.map(({ node }) => node),
    total: totalCount,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    counts: null,
  };
}

async function askGrouped(ask: Ask, address: InboxAddress, filter: CaseFilter): Promise<ListPage | null> {
  const skip = Number.parseInt(address.after ?? '0', 10) || 0;
  const behind = skip + entitiesOnPage;
  const data = await ask(InboxByEntityQuery, {
    filter,
    entities: entitiesOnPage,
    skip,
    behind,
    rows: rowsOfEntity,
  });
  if (!data) return null;
  const groups = Object.fromEntries(
    data.caseGroups.map(({ assigned, count }) => [assigned?.code ?? '', count]),
  );
  return {
    rows: data.caseGroups.flatMap(({ cases }) => cases.edges.map(({ node }) => node)),
    total: data.cases.totalCount,
    next: data.behind.length > 0 ? String(behind) : null,
    counts: { groups, closed: 0 },
  };
}

/** How many cases stand under each heading of deadlines, whatever part of them is on the page. */
export async function askCounts(
  ask: Ask,
  address: InboxAddress,
  base: CaseFilter | null,
  now: number,
): Promise<ListCounts | null> {
  if (address.view === 'scoring' || address.grouped) return null;
  const filter = filterOf(address, base);
  const by = Object.fromEntries(dueGroups.map((group) => [group, filterOfGroup(filter, group, now)]));
  const closed = address.text ? closedOf(address, base) : null;
  const data = await ask(InboxCountsQuery, {
    ...(by as Record<DueGroup, CaseFilter>),
    closed,
    searches: closed !== null,
  });
  if (!data) return null;
  const groups = Object.fromEntries(dueGroups.map((group) => [group, data[group].totalCount]));
  return { groups, closed: data.closed?.totalCount ?? 0 };
}

/**
 * Of the cases that are shown and stand on the page no more, those that are still in the list: others moved them to
 * another page. Null when that is not known, as of a list that is not asked by a filter.
 */
export async function askStill(
  ask: Ask,
  address: InboxAddress,
  base: CaseFilter | null,
  ids: readonly string[],
): Promise<readonly OwnRowRef[] | null> {
  if (address.view === 'scoring') return null;
  const filter = { ...filterOf(address, base), ids: [...ids] };
  const data = await ask(InboxStillQuery, { filter, first: ids.length });
  return data ? data.cases.edges.map(({ node }) => node) : null;
}
