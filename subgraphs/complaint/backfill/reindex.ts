import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@bekhedmetkom/platform/database';
import { defineTask, type Handler } from '@bekhedmetkom/platform/jobs';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { z } from 'zod';
import { isSealed } from '../confidential/sealed-words.ts';
import { documentOf, searchable, searchVersion } from '../search/case-search.ts';

const batch = 200;
/** Milliseconds between batches. */
const pause = 50;

// Rows that another process has in hand are left to it.
const outdated = `
select f.case_id as id, c.subject, f.body from submission_content f join cases c on c.id = f.case_id
where f.search_version < $1 order by f.search_version limit ${batch} for update of f skip locked`;
const renew = `
update submission_content set search_subject = r.subject, search_document = ${documentOf('r.document')}, search_version = $2
from jsonb_to_recordset($1::jsonb) as r(id uuid, subject text, document text) where submission_content.case_id = r.id`;

/** Makes the search columns of at most 200 cases anew that were made by older rules; gives how many. */
export async function reindexBatch(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.query<{ id: string; subject: string; body: string }>(outdated, [searchVersion]);
    if (rows.length === 0) return 0;
    const made = rows.map(({ id, subject, body }) => ({
      id,
      ...(isSealed(body) ? searchable('', '') : searchable(subject, body)),
    }));
    await tx.query(renew, [JSON.stringify(made), searchVersion]);
    return rows.length;
  });
}

const reindexSearch = defineTask({
  subgraph: 'complaint',
  name: 'reindex-search',
  payload: z.object({}),
  every: 3_600_000,
});

/** Background maintenance: batch after batch until all search columns are of the newest version. */
export function makeReindex({ database, logger }: { database: Database; logger: Logger }): Handler {
  return reindexSearch.handledBy(async (_, { signal }) => {
    let done = 0;
    for (let count = batch; count > 0 && !signal.aborted; done += count) {
      count = await reindexBatch(database);
      // Others get their turn.
      if (count > 0) await sleep(pause);
    }
    if (done > 0) logger.info({ cases: done, searchVersion }, 'the search columns were made anew');
  });
}
