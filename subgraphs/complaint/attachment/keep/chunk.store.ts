/** What an upload has in the storage before it is finished: the pieces in which it arrives, and its finishers' files. */
import type { Tx } from '@bekhedmetkom/platform/database';

export interface Part {
  key: string;
  /** Offset in the file, in bytes. */
  start: number;
  bytes: number;
}

/** Notes a key before its bytes are stored, so that none is ever forgotten in the storage. */
export async function announceChunk(tx: Tx, id: string, key: string, start: number): Promise<void> {
  await tx.prepared(
    'announce-part',
    'insert into attachment_chunk (attachment_id, key, start) values ($1, $2, $3)',
    [id, key, start],
  );
}

const count = `
with part as (
  update attachment_chunk set bytes = $3 where attachment_id = $1 and key = $2
)
update attachment set received = received + $3 where id = $1`;

/** From now on the stored piece counts. The upload is locked. */
export async function countChunk(tx: Tx, id: string, key: string, bytes: number): Promise<void> {
  await tx.prepared('count-part', count, [id, key, bytes]);
}

/** The pieces that count, in order. */
export function partsOf(tx: Tx, id: string): Promise<Part[]> {
  return tx.prepared<Part>(
    'parts-of-upload',
    `select key, start::float8 as start, bytes from attachment_chunk
     where attachment_id = $1 and bytes is not null order by start`,
    [id],
  );
}

const keys = `
select key, bytes is not null or announced_at < clock_timestamp() - interval '1 hour' as settled
from attachment_chunk where attachment_id = $1`;

/**
 * Every key that may be in the storage, those of writers that broke off included. Not `settled`: somebody may
 * be writing there still, so the key is to be removed again later.
 */
export function allPartKeys(tx: Tx, id: string): Promise<{ key: string; settled: boolean }[]> {
  return tx.prepared('part-keys', keys, [id]);
}

export async function forgetChunk(tx: Tx, id: string, key: string): Promise<void> {
  await tx.prepared('forget-part', 'delete from attachment_chunk where attachment_id = $1 and key = $2', [
    id,
    key,
  ]);
}
