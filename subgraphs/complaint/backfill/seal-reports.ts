import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { defineTask, type Handler } from '@bekhedmetkom/platform/jobs';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { z } from 'zod';
import { rewriteTexts } from '../confidential/case-texts.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { documentOf, searchable } from '../search/case-search.ts';

const batch = 50;
/** Milliseconds between batches. */
const pause = 50;

interface Report {
  id: string;
  latitude: number | null;
  longitude: number | null;
}

// Rows that another process has in hand are left to it.
const plain = `
select c.id, f.latitude, f.longitude from cases c join submission_content f on f.case_id = c.id
where c.type = 'REPORT' and (c.anonymous or c.restricted) and not c.texts_sealed
order by c.id limit ${batch} for update of c, f skip locked`;
const sealed = 'update cases set texts_sealed = true where id = $1';
const setPlace = `
update submission_content set sealed_point = $2, latitude = null, longitude = null where case_id = $1`;
const setSearch = `
update submission_content set search_subject = '', search_document = ${documentOf('$2')}
where case_id = $1 and search_subject <> ''`;

/** Encrypts what at most 50 confidential reports keep plain; gives how many reports were looked through. */
export function sealReports(database: Database, words: SealedWords): Promise<number> {
  return database.transaction(async (tx) => {
    const found = await tx.query<Report>(plain);
    for (const report of found) await sealReport(tx, words, report);
    return found.length;
  });
}

async function sealReport(tx: Tx, words: SealedWords, { id, latitude, longitude }: Report): Promise<void> {
  await rewriteTexts(tx, id, (text) => words.seal(id, text));
  if (latitude !== null && longitude !== null) {
    await tx.query(setPlace, [id, words.sealPoint(id, { latitude, longitude })]);
  }
  await tx.query(setSearch, [id, searchable('', '').document]);
  await tx.query(sealed, [id]);
}

const sealPlainReports = defineTask({
  subgraph: 'complaint',
  name: 'seal-reports',
  payload: z.object({}),
  every: 60_000,
});

/**
 * Background maintenance: encrypts what an earlier release kept plain, and reports that came into a restricted
 * programme when they were classified. Every confidential report is looked through once.
 */
export function makeSealReports({
  database,
  words,
  logger,
}: {
  database: Database;
  words: SealedWords;
  logger: Logger;
}): Handler {
  return sealPlainReports.handledBy(async (_, { signal }) => {
    for (let count = batch; count > 0 && !signal.aborted; ) {
      count = await sealReports(database, words);
      if (count === 0) return;
      logger.info({ cases: count }, 'confidential reports were looked through, and what was plain encrypted');
      await sleep(pause);
    }
  });
}
