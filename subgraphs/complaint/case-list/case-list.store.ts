/** Lists of cases: filters, keyset pages and capped counts, each along an index. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { keysetCursor, readKeyset } from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import { deadlinePosition, recordColumns, recordTables } from '../case/case.columns.ts';
import type { CaseRecord } from '../case/case.record.ts';
import { isOpen } from '../case/transitions.ts';
import { findMatch, type Match } from '../search/case-search.ts';
import type { CaseFilter, CaseOrder } from './case-filter.ts';
import { isAmong, open, sqlOf } from './case-predicate.ts';
import { type DecidingScope, decidedByViewer } from './waiting-decisions.ts';

/** A filter with everything that depends on the viewer and the directory filled in. */
export interface ListScope {
  /** Codes, or all; of the viewer's grants. */
  entities: 'all' | readonly string[];
  /** Codes that the filter's sectors stand for; null without a filter. */
  sectorEntities: readonly string[] | null;
  /** Codes of the entities that a searched text names. */
  entitiesNamed(typed: string): readonly string[];
  /** Posts that the viewer holds. */
  posts: readonly string[];
  /** Whether text search may look into what people wrote; else it finds references alone. */
  searchesWords: boolean;
  /** Whether text search may look into reports. */
  searchesReports: boolean;
  /** Cases of one applicant. */
  applicant?: string;
  /** Programmes whose restricted cases the viewer sees beside those of the entities; all: whichever. */
  restricted: 'all' | readonly string[];
  /**
   * Whose transfers the viewer decides about: of these entities; of those that are not restricted, of entities for
   * whose vacant post the viewer stands in; and of those left to the operation room, or to it in these programmes.
   */
  decides: {
    entities: readonly string[];
    stoodIn: readonly string[];
    room: boolean;
    programmes: readonly string[];
  };
  /** About which proposals the viewer decides. */
  proposals: DecidingScope;
}

interface Query {
  conditions: string[];
  values: unknown[];
}

const maxCount = 10_000;
/** One page and, when `limit + 1` rows came, the knowledge that there are more. */
export async function listCases(
  tx: Tx,
  filter: CaseFilter,
  scope: ListScope,
  page: { order: CaseOrder; limit: number; after: string | null },
): Promise<CaseRecord[]> {
  const query = await where(tx, filter, scope);
  if (!query) return [];
  const column = page.order === 'NEXT_BREACH' ? 'c.next_deadline_at' : 'c.submitted_at';
  const direction = page.order === 'NEWEST' ? 'desc' : 'asc';
  addKeyset(query, page, column, direction === 'desc' ? '<' : '>');
  query.values.push(page.limit + 1);
  return tx.query<CaseRecord>(
    `select ${recordColumns} from ${recordTables} where ${query.conditions.join(' and ')}
    order by ${column} ${direction}, c.id ${direction} limit $${query.values.length}`,
    query.values,
  );
}

/** How many there are, up to 10,000. */
export async function countCases(tx: Tx, filter: CaseFilter, scope: ListScope): Promise<number> {
  const query = await where(tx, filter, scope);
  if (!query) return 0;
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
      select from cases c where ${query.conditions.join(' and ')} limit ${maxCount}
    ) counted`,
    query.values,
  );
  return row?.count ?? 0;
}

export interface EntityCount {
  /** Null: nobody knows the entity yet. */
  entity: string | null;
  count: number;
}

/** How many of each entity, the most first; of a list longer than 10,000 the first 10,000 are counted. */
export async function countByEntity(
  tx: Tx,
  filter: CaseFilter,
  scope: ListScope,
  page: { limit: number; skip: number },
): Promise<EntityCount[]> {
  const query = await where(tx, filter, scope);
  if (!query) return [];
  const { conditions, values } = query;
  return tx.query<EntityCount>(
    `select entity, count(*)::int as count from (
      select c.entity from cases c where ${conditions.join(' and ')} limit ${maxCount}
    ) counted group by entity order by count desc, entity limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, page.limit, page.skip],
  );
}

/** The place of a case in a list of this order. */
export function cursorOf(record: CaseRecord, order: CaseOrder): string {
  const at = order === 'NEXT_BREACH' ? deadlinePosition(record) : record.submittedAt.getTime();
  return keysetCursor(order, at, record.id);
}

function addKeyset(
  { conditions, values }: Query,
  { order, after }: { order: CaseOrder; after: string | null },
  column: string,
  comparison: string,
): void {
  const key = readKeyset(after, z.tuple([z.literal(order), z.number().nullable(), z.uuid()]));
  if (!key) return;
  const [, at, id] = key;
  values.push(at === null ? 'infinity' : new Date(at), id);
  const last = values.length;
  conditions.push(`(${column}, c.id) ${comparison} ($${last - 1}::timestamptz, $${last}::uuid)`);
}

/** Null when nothing can match. */
async function where(tx: Tx, filter: CaseFilter, scope: ListScope): Promise<Query | null> {
  const match = filter.text?.trim() ? await findMatch(tx, filter.text, scope.entitiesNamed) : undefined;
  return match === null ? null : conditionsOf(filter, scope, match);
}

function conditionsOf(filter: CaseFilter, scope: ListScope, match: Match | undefined): Query | null {
  const conditions: string[] = ['true'];
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const among = (column: string, wanted: readonly string[]): void => {
    conditions.push(isAmong(column, wanted, bind));
  };

  if (scope.applicant !== undefined) conditions.push(`c.applicant_subject = ${bind(scope.applicant)}`);
  else if (filter.incoming) {
    const { entities: targets, stoodIn } = scope.decides;
    const asked = (codes: readonly string[]): string =>
      `c.transfer_to = any(${bind(codes)}::text[]) and not c.transfer_at_room`;
    const ofTarget = targets.length > 0 ? `(${asked(targets)})` : '';
    const ofVacant = stoodIn.length > 0 ? `(${asked(stoodIn)} and not c.restricted)` : '';
    const ofRoom = scope.decides.room ? '(c.transfer_at_room and not c.restricted)' : '';
    const coordinated = scope.decides.programmes;
    const ofProgramme =
      coordinated.length > 0
        ? `(c.transfer_at_room and c.programme = any(${bind(coordinated)}::text[]))`
        : '';
    const waiting = [ofTarget, ofVacant, ofRoom, ofProgramme].filter(Boolean);
    if (waiting.length === 0) return null;
    conditions.push(`c.transfer_to is not null`, `(${waiting.join(' or ')})`);
  } else if (scope.entities !== 'all') {
    const coordinated = scope.restricted === 'all' ? [] : scope.restricted;
    if (scope.entities.length === 0 && coordinated.length === 0) return null;
    if (coordinated.length === 0) among('c.entity', scope.entities);
    else if (scope.entities.length === 0) among('c.programme', coordinated);
    else {
      const ofEntity = `c.entity = any(${bind(scope.entities)}::text[])`;
      conditions.push(`(${ofEntity} or c.programme = any(${bind(coordinated)}::text[]))`);
    }
  } else if (scope.restricted !== 'all') {
    const own = scope.restricted.length > 0 ? ` or c.programme = any(${bind(scope.restricted)}::text[])` : '';
    conditions.push(`(not c.restricted${own})`);
  }
  conditions.push(...sqlOf(filter, { bind, posts: scope.posts, sectorEntities: scope.sectorEntities }));
  if (filter.proposal) conditions.push('c.proposal is not null');
  if (typeof filter.awaitsMyDecision === 'boolean') {
    const mine = decidedByViewer(scope.proposals, bind);
    conditions.push(filter.awaitsMyDecision ? mine : `(c.proposal is not null and not ${mine})`);
  }
  if (typeof filter.escalatedToMe === 'boolean') {
    const told = `(c.escalation is not null and exists (select from escalation e
      where e.case_id = c.id and e.cycle = c.cycle and e.level <> 'L0' and e.posts && ${bind(scope.posts)}::text[]))`;
    conditions.push(filter.escalatedToMe ? told : `not ${told}`);
  }
  // Said twice, as the indexes of open cases are found by their deadline.
  if (filter.state?.every(isOpen)) conditions.push(open);
  if (match && !scope.searchesWords) conditions.push('false');
  if (match) {
    conditions.push(match(bind));
    if (!scope.searchesReports) conditions.push(`c.type <> 'REPORT'`);
  }
  return { conditions, values };
}
