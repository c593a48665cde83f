/** What is due: scans, leftovers of finished uploads, uploads that nobody took. */
import type { Tx } from '@bekhedmetkom/platform/database';

export interface DueScan {
  id: string;
  tries: number;
  bytes: number;
}

const takeScans = `
update attachment set scan_at = clock_timestamp() + interval '2 minutes', scan_tries = scan_tries + 1
where id in (
  select id from attachment where state = 'SCANNING' and scan_at <= clock_timestamp()
  order by scan_at limit $1 for update skip locked
)
returning id, scan_tries as tries, bytes::float8 as bytes`;

/** Takes files to scan, for two minutes each; whoever dies meanwhile leaves them to the next. */
export function takeDueScans(tx: Tx, limit: number): Promise<DueScan[]> {
  return tx.prepared<DueScan>('take-due-scans', takeScans, [limit]);
}

/** The scanner gave no answer: once more in so many seconds. */
export async function postponeScan(tx: Tx, id: string, seconds: number): Promise<void> {
  await tx.prepared(
    'postpone-scan',
    `update attachment set scan_at = clock_timestamp() + make_interval(secs => $2)
     where id = $1 and state = 'SCANNING'`,
    [id, seconds],
  );
}

/** What the scanner said. An infected file keeps its line, so that people see why it cannot be opened. */
export async function saveScan(tx: Tx, id: string, state: 'READY' | 'INFECTED'): Promise<void> {
  await tx.prepared(
    'save-scan',
    `update attachment set state = $2, scan_at = null,
       refusal = case when $2 = 'INFECTED' then 'FILE_INFECTED' end
     where id = $1 and state = 'SCANNING'`,
    [id, state],
  );
}

const abandoned = `
update attachment set state = 'LEAVING', scan_at = null
where id in (
  select id from attachment
  where added_at is null and (state = 'LEAVING' or begun_at < clock_timestamp() - make_interval(hours => $1))
    and (busy_until is null or busy_until < clock_timestamp())
  order by begun_at limit $2 for update skip locked
)
returning id`;

/** Takes uploads out of reach that no case took within so many hours. */
export async function takeAbandoned(tx: Tx, hours: number, limit: number): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>('take-abandoned', abandoned, [hours, limit]);
  return rows.map(({ id }) => id);
}

/** Takes one upload out of reach. It is locked. */
export async function leave(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'leave-upload',
    `update attachment set state = 'LEAVING', scan_at = null where id = $1 and added_at is null`,
    [id],
  );
}

/** Uploads that are over and still have pieces. */
export async function withLeftovers(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(
    'with-leftovers',
    `select distinct p.attachment_id as id from attachment_part p
     join attachment a on a.id = p.attachment_id
     where a.state <> 'UPLOADING' limit $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Files that were found infected and may still be in the storage. */
export async function infectedWithBytes(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(
    'infected-with-bytes',
    `select id from attachment where state = 'INFECTED' and bytes is not null limit $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** The bytes of an infected file are gone. */
export async function forgetBytes(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'forget-bytes',
    `update attachment set bytes = null, preview_bytes = null where id = $1 and state = 'INFECTED'`,
    [id],
  );
}

/** Forgets an upload whose bytes are gone. */
export async function forgetAttachment(tx: Tx, id: string): Promise<void> {
  await tx.prepared('forget-attachment', `delete from attachment where id = $1 and state = 'LEAVING'`, [id]);
}
