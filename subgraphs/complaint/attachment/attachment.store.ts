/** Where uploads and attachments are noted; their bytes are in the file storage. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { FileRefusal } from '../refusal/file-refusal.ts';
import type { AttachmentState, MediaType } from './attachment.ts';

export interface AttachmentRow {
  id: string;
  caseId: string | null;
  state: AttachmentState | 'UPLOADING' | 'LEAVING';
  refusal: FileRefusal['refused'] | null;
  /** Sealed by `file-names.ts`; null for names that an earlier release kept plain in `plainName`. */
  sealedName: Buffer | null;
  plainName: string;
  announcedBytes: number;
  received: number;
  mediaType: MediaType | null;
  bytes: number | null;
  previewBytes: number | null;
  /** Token in the storage keys; null before the file is finished, and for files of an earlier release. */
  storedAs: string | null;
  addedBy: 'APPLICANT' | 'STAFF';
  actor: string | null;
  post: string | null;
  begunAt: Date;
  addedAt: Date | null;
}

const columns = `id, case_id as "caseId", state, refusal, sealed_name as "sealedName",
  file_name as "plainName", announced_bytes::float8 as "announcedBytes", received::float8 as received, media_type as "mediaType",
  bytes::float8 as bytes, preview_bytes::float8 as "previewBytes",
  stored_as as "storedAs", added_by as "addedBy", actor, post,
  begun_at as "begunAt", added_at as "addedAt"`;

const insert = `
insert into attachment (id, case_id, state, file_name, sealed_name, announced_bytes, added_by, actor, post)
values ($1, $2, 'UPLOADING', 'file', $3, $4, $5, $6, $7)`;

/** Notes an upload that begins. */
export async function insertUpload(
  tx: Tx,
  upload: Pick<
    AttachmentRow,
    'id' | 'caseId' | 'sealedName' | 'announcedBytes' | 'addedBy' | 'actor' | 'post'
  >,
): Promise<void> {
  const { id, caseId, sealedName, announcedBytes, addedBy, actor, post } = upload;
  await tx.prepared('insert-upload', insert, [id, caseId, sealedName, announcedBytes, addedBy, actor, post]);
}

const byId = `select ${columns} from attachment where id = $1`;
const locked = `${byId} for update`;

export async function findAttachment(tx: Tx, id: string): Promise<AttachmentRow | null> {
  const [row] = await tx.prepared<AttachmentRow>('find-attachment', byId, [id]);
  return row ?? null;
}

/** Locks it until the transaction ends. */
export async function lockAttachment(tx: Tx, id: string): Promise<AttachmentRow | null> {
  const [row] = await tx.prepared<AttachmentRow>('lock-attachment', locked, [id]);
  return row ?? null;
}

const ofCases = `
select ${columns} from attachment
where case_id = any($1::uuid[]) and added_at is not null order by added_at, id`;

/** What was added to these cases, oldest first. */
export function attachmentsOf(tx: Tx, caseIds: readonly string[]): Promise<AttachmentRow[]> {
  return tx.prepared<AttachmentRow>('attachments-of-cases', ofCases, [caseIds]);
}

const usage = `
select count(*)::int as files, coalesce(sum(coalesce(bytes, announced_bytes)), 0)::float8 as bytes
from attachment where case_id = $1 and state in ('READY', 'SCANNING', 'INFECTED', 'UPLOADING')
  and (added_at is not null or ($2 and state = 'UPLOADING' and begun_at > clock_timestamp() - interval '1 hour'))`;

/** How much a case has; with `begun` also what is on its way to it. */
export async function usageOf(
  tx: Tx,
  caseId: string,
  { begun }: { begun: boolean },
): Promise<{ files: number; bytes: number }> {
  const [row] = await tx.prepared<{ files: number; bytes: number }>('attachment-usage', usage, [
    caseId,
    begun,
  ]);
  return row ?? { files: 0, bytes: 0 };
}

const add = 'update attachment set case_id = $2, added_at = clock_timestamp() where id = any($1::uuid[])';

/** Makes finished uploads part of a case. */
export async function addToCase(tx: Tx, ids: readonly string[], caseId: string): Promise<void> {
  await tx.prepared('add-attachments', add, [ids, caseId]);
}

const refuse = `
update attachment set state = 'REJECTED', refusal = $2, busy_until = null
where id = $1 and state = 'UPLOADING'`;

/** An upload that is on its way is not taken. */
export async function rejectUpload(tx: Tx, id: string, refusal: FileRefusal['refused']): Promise<void> {
  await tx.prepared('reject-upload', refuse, [id, refusal]);
}
