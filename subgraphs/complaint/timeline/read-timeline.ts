import type { Database } from '@bekhedmetkom/platform/database';
import {
  type Connection,
  keysetCursor,
  makeConnection,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import type { Access } from '../case/case.policy.ts';
import type { CaseRecord } from '../case/case.record.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import type { TimelineArgs } from './timeline.args.ts';
import { countTimeline, loadTimeline } from './timeline.store.ts';
import { type TimelineEntry, toTimelineEntry } from './timeline.type.ts';

/** A page of a case's timeline as the viewer may see it: of the oldest entries, or with `last` of the newest. */
export async function readTimeline(
  { database, words }: { database: Database; words: SealedWords },
  { record, access }: { record: CaseRecord; access: Access },
  args: TimelineArgs,
): Promise<Connection<TimelineEntry>> {
  const isBackward = args.last !== null && args.last !== undefined;
  const asked = isBackward ? { first: args.last, after: args.before } : args;
  const { limit, after } = readPage({ first: asked.first ?? null, after: asked.after ?? null }, 50);
  const [place] = readKeyset(after, z.tuple([z.int().min(0)])) ?? [null];
  const staff = access.seesInternal;
  const from = isBackward ? 'NEWEST' : 'OLDEST';
  const rows = await loadTimeline(database, record.id, { from, place, limit: limit + 1, staff });
  const hasMore = rows.length > limit;
  const connection = makeConnection({
    rows: isBackward && hasMore ? rows.slice(1) : rows,
    limit,
    continued: place !== null,
    toNode: (row) => toTimelineEntry(row, access, words),
    toCursor: (row) => keysetCursor(row.seq),
    count: () => countTimeline(database, record.id, staff),
  });
  if (!isBackward) return connection;
  const pageInfo = { ...connection.pageInfo, hasNextPage: place !== null, hasPreviousPage: hasMore };
  return { ...connection, pageInfo };
}
