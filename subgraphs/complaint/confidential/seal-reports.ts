import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { defineTask, type Handler } from '@bekhedmetkom/platform/jobs';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { z } from 'zod';
import { documentOf, searchable } from '../search/case-search.ts';
import { isSealed, type SealedWords } from './sealed-words.ts';

const batch = 50;
/** Milliseconds between batches. */
const pause = 50;

interface PlainReport {
  id: string;
  subject: string;
  district: string | null;
  body: string;
  latitude: number | null;
  longitude: number | null;
}

// Rows that another process has in hand are left to it.
const plain = `
select c.id, c.subject, c.district, f.body, f.latitude, f.longitude
from cases c join filing f on f.case_id = c.id
where c.type = 'REPORT' and (c.anonymous or c.restricted) and left(c.subject, 8) <> chr(1) || 'sealed:'
order by c.id limit ${batch} for update of c, f skip locked`;
const setCase = 'update cases set subject = $2, district = $3 where id = $1';
const setFiling = `
update filing set body = $2, sealed_point = $3, latitude = null, longitude = null,
  search_subject = '', search_document = ${documentOf('$4')}
where case_id = $1`;
const said = `
select seq, body as text from timeline where case_id = $1 and actor = 'APPLICANT' and body is not null`;
const rounds = `
select number, reason, rating_comment as comment from cycle
where case_id = $1 and (reason is not null or rating_comment is not null)`;

/** Encrypts the words of at most 50 confidential reports that are kept plain; gives how many. */
export function sealReports(database: Database, words: SealedWords): Promise<number> {
  return database.transaction(async (tx) => {
    const found = await tx.query<PlainReport>(plain);
    for (const report of found) await sealReport(tx, words, report);
    return found.length;
  });
}

async function sealReport(
  tx: Tx,
  words: SealedWords,
  { id, subject, district, body, latitude, longitude }: PlainReport,
): Promise<void> {
  const seal = (text: string | null): string | null =>
    text === null || isSealed(text) ? text : words.seal(id, text);
  const point = latitude === null || longitude === null ? null : words.sealPoint(id, { latitude, longitude });
  await tx.query(setCase, [id, seal(subject), seal(district)]);
  await tx.query(setFiling, [id, seal(body), point, searchable('', '').document]);
  for (const { seq, text } of await tx.query<{ seq: number; text: string }>(said, [id])) {
    await tx.query('update timeline set body = $3 where case_id = $1 and seq = $2', [id, seq, seal(text)]);
  }
  const cycles = await tx.query<{ number: number; reason: string | null; comment: string | null }>(rounds, [
    id,
  ]);
  for (const { number, reason, comment } of cycles) {
    await tx.query('update cycle set reason = $3, rating_comment = $4 where case_id = $1 and number = $2', [
      id,
      number,
      seal(reason),
      seal(comment),
    ]);
  }
}

const sealPlainReports = defineTask({
  subgraph: 'complaint',
  name: 'seal-reports',
  payload: z.object({}),
  every: 60_000,
});

/**
 * Background maintenance: encrypts what an earlier release kept plain, and reports that came into a restricted
 * programme when they were classified.
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
      logger.info({ cases: count }, 'confidential reports were encrypted');
      await sleep(pause);
    }
  });
}
