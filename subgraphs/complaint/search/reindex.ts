import type { Database } from '@bekhedmetkom/platform/database';
import { type Heartbeat, startHeartbeat } from '@bekhedmetkom/platform/outbox';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { isSealed } from '../confidential/sealed-words.ts';
import { documentOf, searchable, searchVersion } from './case-search.ts';

const batch = 200;
/** Milliseconds between batches, so that others get their turn, and between looks when all is done. */
const pause = 50;
const idle = 3_600_000;

// Rows that another process has in hand are left to it.
const outdated = `
select f.case_id as id, c.subject, f.body from filing f join cases c on c.id = f.case_id
where f.search_version < $1 order by f.search_version limit ${batch} for update of f skip locked`;
const renew = `
update filing set search_subject = r.subject, search_document = ${documentOf('r.document')}, search_version = $2
from jsonb_to_recordset($1::jsonb) as r(id uuid, subject text, document text) where filing.case_id = r.id`;

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

/** Background maintenance: batch after batch until all search columns are of the newest version. */
export function startReindexing({ database, logger }: { database: Database; logger: Logger }): Heartbeat {
  let done = 0;
  const round = async (): Promise<number> => {
    const count = await reindexBatch(database);
    done += count;
    if (count > 0) return pause;
    if (done > 0) logger.info({ cases: done, searchVersion }, 'the search columns were made anew');
    done = 0;
    return idle;
  };
  return startHeartbeat(round, (error) => logger.warn({ err: error }, 'search columns wait to be made anew'));
}
