/** What is due: leftovers of finished uploads, uploads that nobody took. */
import type { Tx } from '@bekhedmetkom/platform/database';

/** The file that waits for the scanner; null when it does not. */
export async function findScanned(tx: Tx, id: string): Promise<Stored | null> {
  const [row] = await tx.prepared<Stored>(
    'find-scanned',
    `select id, stored_as as "storedAs" from attachment where id = $1 and state = 'SCANNING'`,
    [id],
  );
  return row ?? null;
}

/** The scanner does not look at files of this size. */
export async function rejectScan(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'reject-scan',
    `update attachment set state = 'REJECTED', refusal = 'UPLOAD_TOO_LARGE'
     where id = $1 and state = 'SCANNING'`,
    [id],
  );
}

/** What the scanner said. An infected file keeps its line, so that people see why it cannot be opened. */
export async function saveScan(tx: Tx, id: string, state: 'READY' | 'INFECTED'): Promise<void> {
  await tx.prepared(
    'save-scan',
    `update attachment set state = $2,
       refusal = case when $2 = 'INFECTED' then 'FILE_INFECTED' end
     where id = $1 and state = 'SCANNING'`,
    [id, state],
  );
}

/** A row that is taken is put off, longer each time: one that fails again and again holds up no other. */
const putOff = `retry_at = clock_timestamp() + make_interval(secs => least(60 * 2 ^ least(retry_count, 6), 3600)),
  retry_count = retry_count + 1`;
const isDue = '(retry_at is null or retry_at <= clock_timestamp())';

export interface Stored {
  id: string;
  storedAs: string | null;
}

const abandoned = `
update attachment set state = 'LEAVING', ${putOff}
where id in (
  select id from attachment
  where added_at is null and (state = 'LEAVING' or begun_at < clock_timestamp() - make_interval(hours => $1))
    and (busy_until is null or busy_until < clock_timestamp()) and ${isDue}
  order by begun_at limit $2 for update skip locked
)
returning id, stored_as as "storedAs"`;

/** Takes uploads out of reach that no case took within so many hours. */
export function takeAbandoned(tx: Tx, hours: number, limit: number): Promise<Stored[]> {
  return tx.prepared<Stored>('take-abandoned', abandoned, [hours, limit]);
}

/** Takes one upload out of reach. It is locked. */
export async function leave(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'leave-upload',
    `update attachment set state = 'LEAVING' where id = $1 and added_at is null`,
    [id],
  );
}

const leftovers = `
update attachment set ${putOff}
where id in (
  select a.id from attachment a
  where a.state not in ('UPLOADING', 'LEAVING') and ${isDue} and exists (
    select from attachment_chunk p where p.attachment_id = a.id
      and (p.bytes is not null or p.announced_at < clock_timestamp() - interval '1 hour'))
  limit $1 for update skip locked
)
returning id, stored_as as "storedAs"`;

/** Takes uploads that are over and still have pieces. */
export function takeLeftovers(tx: Tx, limit: number): Promise<Stored[]> {
  return tx.prepared<Stored>('take-leftovers', leftovers, [limit]);
}

const infected = `
update attachment set ${putOff}
where id in (
  select id from attachment where state = 'INFECTED' and bytes is not null and ${isDue}
  limit $1 for update skip locked
)
returning id, stored_as as "storedAs"`;

/** Takes files that were found infected and may still be in the storage. */
export function takeInfected(tx: Tx, limit: number): Promise<Stored[]> {
  return tx.prepared<Stored>('take-infected', infected, [limit]);
}

/** What was to be removed of this row is gone. */
export async function clearedAway(tx: Tx, id: string): Promise<void> {
  await tx.prepared('cleared-away', 'update attachment set retry_at = null, retry_count = 0 where id = $1', [
    id,
  ]);
}

/** The bytes of an infected file are gone. */
export async function forgetBytes(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'forget-bytes',
    `update attachment set bytes = null, preview_bytes = null where id = $1 and state = 'INFECTED'`,
    [id],
  );
}

/** Forgets an upload whose bytes are gone, once no key of it is left that somebody may still write to. */
export async function forgetAttachment(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'forget-attachment',
    `delete from attachment where id = $1 and state = 'LEAVING'
       and not exists (select from attachment_chunk where attachment_id = $1)`,
    [id],
  );
}
