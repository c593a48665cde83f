import type { Database } from '@bekhedmetkom/platform/database';
import {
  type Connection,
  keysetCursor,
  makeConnection,
  readEitherEnd,
  readKeyset,
} from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import type { CaseRecord } from '../case/case.record.ts';
import type { Access } from '../case-access/case.policy.ts';
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
  const { from, limit, place: cursor } = readEitherEnd(args, 50);
  const [place] = readKeyset(cursor, z.tuple([z.int().min(0)])) ?? [null];
  const staff = access.seesInternal;
  return makeConnection({
    rows: await loadTimeline(database, record.id, { from, place, limit: limit + 1, staff }),
    limit,
    from,
    continued: place !== null,
    toNode: (row) => toTimelineEntry(row, access, words),
    toCursor: (row) => keysetCursor(row.seq),
    count: () => countTimeline(database, record.id, staff),
  });
}
