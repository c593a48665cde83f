/** The pieces in which an upload arrives, and the turn to put them together. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { MediaType } from './attachment.ts';

export interface Part {
  key: string;
  /** Offset in the file, in bytes. */
  start: number;
  bytes: number;
}

/** Notes a piece before its bytes are stored, so that none is ever forgotten in the storage. */
export async function announcePart(tx: Tx, id: string, key: string, start: number): Promise<void> {
  await tx.prepared(
    'announce-part',
    'insert into attachment_part (attachment_id, key, start) values ($1, $2, $3)',
    [id, key, start],
  );
}

const count = `
with part as (
  update attachment_part set bytes = $3 where attachment_id = $1 and key = $2
)
update attachment set received = received + $3 where id = $1`;

/** From now on the stored piece counts. The upload is locked. */
export async function countPart(tx: Tx, id: string, key: string, bytes: number): Promise<void> {
  await tx.prepared('count-part', count, [id, key, bytes]);
}

/** The pieces that count, in order. */
export function partsOf(tx: Tx, id: string): Promise<Part[]> {
  return tx.prepared<Part>(
    'parts-of-upload',
    `select key, start::float8 as start, bytes from attachment_part
     where attachment_id = $1 and bytes is not null order by start`,
    [id],
  );
}

/** Every piece that may be in the storage, those that broke off included. */
export async function allPartKeys(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.prepared<{ key: string }>(
    'part-keys',
    'select key from attachment_part where attachment_id = $1',
    [id],
  );
  return rows.map(({ key }) => key);
}

export async function forgetPart(tx: Tx, id: string, key: string): Promise<void> {
  await tx.prepared('forget-part', 'delete from attachment_part where attachment_id = $1 and key = $2', [
    id,
    key,
  ]);
}

const claim = `
update attachment set busy_until = clock_timestamp() + interval '2 minutes'
where id = $1 and state = 'UPLOADING' and received = announced_bytes
  and (busy_until is null or busy_until < clock_timestamp())
returning id`;

/** Takes the turn to finish a complete upload, for two minutes; false when somebody else has it. */
export async function claimFinishing(tx: Tx, id: string): Promise<boolean> {
  return (await tx.prepared('claim-finishing', claim, [id])).length > 0;
}

const finish = `
update attachment set state = $2, media_type = $3, file_name = $4, bytes = $5, preview_bytes = $6,
  busy_until = null, scan_at = case when $2 = 'SCANNING' then clock_timestamp() end
where id = $1`;

/** The file is put together, cleaned and stored. */
export async function saveFinished(
  tx: Tx,
  id: string,
  file: {
    state: 'SCANNING' | 'READY';
    mediaType: MediaType;
    fileName: string;
    bytes: number;
    previewBytes: number | null;
  },
): Promise<void> {
  const { state, mediaType, fileName, bytes, previewBytes } = file;
  await tx.prepared('save-finished', finish, [id, state, mediaType, fileName, bytes, previewBytes]);
}
