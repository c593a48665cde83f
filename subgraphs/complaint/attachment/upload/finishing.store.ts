/**
 * The lease on finishing an upload. Whoever holds it is named by a token; what a holder writes names the token,
 * and changes nothing once another has taken the lease.
 */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import type { MediaType } from '../attachment.ts';

const claim = `
update attachment set busy_until = clock_timestamp() + make_interval(secs => $3), finisher = $2
where id = $1 and state = 'UPLOADING' and received = announced_bytes
  and (busy_until is null or busy_until < clock_timestamp())
returning id`;

/** Takes the lease on a complete upload for so many seconds; false when somebody else has it. */
export async function claimFinishing(tx: Tx, id: string, token: string, seconds: number): Promise<boolean> {
  return (await tx.prepared('claim-finishing', claim, [id, token, seconds])).length > 0;
}

const renew = `
update attachment set busy_until = clock_timestamp() + make_interval(secs => $3)
where id = $1 and finisher = $2 and state = 'UPLOADING' returning id`;

/** Keeps the lease for so many seconds more; false when it is another's by now, or the upload is over. */
export async function renewFinishing(tx: Tx, id: string, token: string, seconds: number): Promise<boolean> {
  return (await tx.prepared('renew-finishing', renew, [id, token, seconds])).length > 0;
}

/** Gives the lease back after a failure, so that the next who asks need not wait for its end. */
export async function releaseFinishing(tx: Tx, id: string, token: string): Promise<void> {
  await tx.prepared(
    'release-finishing',
    `update attachment set busy_until = null where id = $1 and finisher = $2 and state = 'UPLOADING'`,
    [id, token],
  );
}

const finish = `
with own as (
  delete from attachment_chunk where attachment_id = $1 and key = any($3::text[])
)
update attachment set state = $4, media_type = $5, sealed_name = $6, bytes = $7, preview_bytes = $8,
  stored_as = $2, busy_until = null
where id = $1 and finisher = $2 and state = 'UPLOADING'
returning id`;

export interface FinishedFile {
  state: 'SCANNING' | 'READY';
  mediaType: MediaType;
  sealedName: Buffer;
  bytes: number;
  previewBytes: number | null;
  /** Keys of the stored file and its preview. */
  keys: readonly string[];
}

/** The upload becomes the file that the holder of the token stored. False when the lease is another's by now. */
export async function saveFinished(tx: Tx, id: string, token: string, file: FinishedFile): Promise<boolean> {
  const { state, mediaType, sealedName, bytes, previewBytes, keys } = file;
  const values = [id, token, keys, state, mediaType, sealedName, bytes, previewBytes];
  return (await tx.prepared('save-finished', finish, values)).length > 0;
}

const refuse = `
update attachment set state = 'REJECTED', refusal = $3, busy_until = null
where id = $1 and finisher = $2 and state = 'UPLOADING' returning id`;

/** The holder of the token found that the file is not taken. False when the lease is another's by now. */
export async function rejectFinished(
  tx: Tx,
  id: string,
  token: string,
  refusal: FileRefusal['refused'],
): Promise<boolean> {
  return (await tx.prepared('reject-finished', refuse, [id, token, refusal])).length > 0;
}

const unfinished = `
update attachment set retry_at = clock_timestamp() + make_interval(secs => least(60 * 2 ^ least(retry_count, 6), 3600)),
  retry_count = retry_count + 1
where id in (
  select id from attachment
  where state = 'UPLOADING' and received = announced_bytes
    and coalesce(busy_until, begun_at + interval '10 minutes') < clock_timestamp()
    and (retry_at is null or retry_at <= clock_timestamp())
  order by begun_at limit $1 for update skip locked
)
returning id`;

/** Complete uploads whose finisher died, each put off so that one that fails holds up no other. */
export async function takeUnfinished(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>('take-unfinished', unfinished, [limit]);
  return rows.map(({ id }) => id);
}
