/** Reads cases for the graph: batched, and only as far as the viewer may see them. */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { type Connection, keyOfGlobalId, makeConnection } from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
import { type AnswerRow, lastAnswers } from '../case/answer.store.ts';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCaseByReference, loadCases, loadTexts } from '../case/case.store.ts';
import {
  type Access,
  accessTo,
  coordinatedProgrammes,
  decidedEntities,
  entitiesBelow,
  mayReadReports,
  mayReadWords,
  noAccess,
  readableEntities,
  seesRestricted,
  stoodInEntities,
} from '../case-access/case.policy.ts';
import type { CaseFilter, CaseOrder } from '../case-list/case-filter.ts';
import {
  countByEntity,
  countCases,
  cursorOf,
  type EntityCount,
  type ListScope,
  listCases,
} from '../case-list/case-list.store.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import type { Directory } from '../directory/directory.ts';
import { type CaseObject, toCaseObject } from './case.type.ts';

interface Page {
  order: CaseOrder;
  limit: number;
  after: string | null;
}

interface GroupPage {
  limit: number;
  skip: number;
}

export interface CaseReader {
  /** The case of a global id; null when it does not exist to the viewer. */
  byGlobalId(id: string, viewer: Viewer): Promise<CaseObject | null>;
  byId(id: string, viewer: Viewer, proven?: Access): Promise<CaseObject | null>;
  /** The case of a canonical reference; null when it does not exist to the viewer. */
  byReference(reference: string, viewer: Viewer): Promise<CaseObject | null>;
  /** A page of what the viewer may see as staff. */
  list(filter: CaseFilter, page: Page, viewer: Viewer): Promise<Connection<CaseObject>>;
  /** How many of what the viewer may see as staff each entity has, the most first. */
  countByEntity(filter: CaseFilter, page: GroupPage, viewer: Viewer): Promise<EntityCount[]>;
  /** A page of what the viewer filed, newest first. */
  own(page: Omit<Page, 'order'>, viewer: Viewer): Promise<Connection<CaseObject>>;
  /** The case as it is, whoever asks: for what may be shown of it to those who may not see it. */
  record(id: string): Promise<CaseRecord | null>;
  text(record: CaseRecord): Promise<string>;
  /** The answer proposed last in the current cycle. */
  answer(record: CaseRecord): Promise<AnswerRow | null>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The uuid in a case's global id; null for any other id, which then names no case. */
export function caseKeyOf(id: string): string | null {
  const key = keyOfGlobalId('Case', id);
  return key !== null && uuid.test(key) ? key : null;
}

/**
 * One reader a process: loads of the same moment go out together, whoever asked. Nothing is remembered, so
 * every answer is as fresh as the database.
 */
export function openCaseReader(
  database: Database,
  directory: () => Directory,
  words: SealedWords,
): CaseReader {
  const cases = uncached(async (ids: readonly string[]) => {
    const found = new Map((await loadCases(database, ids)).map((record) => [record.id, record]));
    return ids.map((id) => found.get(id) ?? null);
  });
  const texts = uncached(async (ids: readonly string[]) => {
    const found = await loadTexts(database, ids);
    return ids.map((id) => words.open(id, found.get(id) ?? ''));
  });
  const answers = uncached(async (records: readonly CaseRecord[]) => {
    const rows = await lastAnswers(database, records);
    const found = rows.map((row) => words.openRow(row, 'text', 'reason'));
    return records.map(
      ({ id, cycle }) => found.find((one) => one.caseId === id && one.cycle === cycle) ?? null,
    );
  });

  const show = (record: CaseRecord | null | undefined, viewer: Viewer, proven?: Access) => {
    const access = record ? (proven ?? accessTo(viewer, record)) : null;
    return record && access ? toCaseObject(record, access, viewer.language) : null;
  };

  async function page(filter: CaseFilter, scope: ListScope, { order, limit, after }: Page, viewer: Viewer) {
    const rows = await listCases(database, filter, scope, { order, limit, after });
    return makeConnection({
      rows,
      limit,
      continued: after !== null,
      toNode: (record) => toCaseObject(record, accessTo(viewer, record) ?? noAccess, viewer.language),
      toCursor: (record) => cursorOf(record, order),
      count: () => countCases(database, filter, scope),
    });
  }

  return {
    byGlobalId(id, viewer) {
      const key = caseKeyOf(id);
      return key === null ? Promise.resolve(null) : this.byId(key, viewer);
    },
    byId: async (id, viewer, proven) => show(await cases.load(id), viewer, proven),
    byReference: async (reference, viewer) => show(await loadCaseByReference(database, reference), viewer),
    list: (filter, at, viewer) => page(filter, staffScope(filter, viewer, directory), at, viewer),
    countByEntity: (filter, at, viewer) =>
      countByEntity(database, filter, staffScope(filter, viewer, directory), at),
    own(at, viewer) {
      const scope = { ...noScope, applicant: viewer.subject ?? '' };
      const filter = viewer.subject === null ? { state: [] } : {};
      return page(filter, scope, { ...at, order: 'NEWEST' }, viewer);
    },
    record: (id) => cases.load(id),
    text: ({ id }) => texts.load(id),
    answer: (record) => answers.load(record),
  };
}

const noScope: ListScope = {
  entities: [],
  sectorEntities: null,
  entitiesNamed: () => [],
  posts: [],
  searchesWords: true,
  searchesReports: true,
  restricted: 'all',
  decides: { entities: [], stoodIn: [], room: false, programmes: [] },
  proposals: { subject: null, interims: [], mainPosts: [], room: false, programmes: [] },
};

function staffScope(filter: CaseFilter, viewer: Viewer, directory: () => Directory): ListScope {
  const { subject } = viewer;
  return {
    entities: readableEntities(viewer),
    sectorEntities: filter.sector ? directory().entitiesOf(filter.sector) : null,
    entitiesNamed: (typed) => directory().entitiesNamed(typed),
    posts:
      subject !== null && (filter.mine || typeof filter.escalatedToMe === 'boolean')
        ? directory()
            .postsOf(subject)
            .map((post) => post.key)
        : [],
    searchesWords: mayReadWords(viewer),
    searchesReports: mayReadReports(viewer),
    restricted: seesRestricted(viewer) ? 'all' : coordinatedProgrammes(viewer),
    proposals: {
      subject,
      interims: [...decidedEntities(viewer), ...stoodInEntities(viewer)],
      mainPosts: entitiesBelow(viewer).flatMap((entity) => directory().mainFocalPointOf(entity)?.key ?? []),
      room: holds(viewer, 'OPERATION_ROOM'),
      programmes: coordinatedProgrammes(viewer),
    },
    decides: {
      entities: decidedEntities(viewer),
      stoodIn: stoodInEntities(viewer),
      room: holds(viewer, 'OPERATION_ROOM'),
      programmes: coordinatedProgrammes(viewer),
    },
  };
}

function uncached<K, V>(batch: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V> {
  return new DataLoader(batch, { cache: false, maxBatchSize: 500 });
}
