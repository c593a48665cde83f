import { randomUUID } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseRecord } from '../../case/case.record.ts';
import { loadCases } from '../../case/case.store.ts';
import { type Access, accessTo, applicantAccess } from '../../case-access/case.policy.ts';
import { actingPost } from '../../directory/acting-post.ts';
import type { Directory } from '../../directory/directory.ts';
import type { CaseReader } from '../../graph/case-reader.ts';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { notFound } from '../../refusal/not-found.ts';
import { type ProveSecret, readReference } from '../../tracking/prove-secret.ts';
import { insertUpload, usageOf } from '../attachment.store.ts';
import { checkRoom, takesFiles } from '../attachment.ts';
import { checkBeforehand } from '../check-head.ts';
import { cleanName } from '../file-name.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import type { UploadQuota } from './upload-quota.ts';

export interface UploadRequest {
  fileName: string;
  bytes: number;
  /** As the sender says; may be empty. */
  mediaType: string;
  /** Its first bytes; null when the sender sent none along. */
  head: Buffer | null;
  /** Id of the request that is being written; empty when the sender says none. */
  session: string;
  /** Staff: key of the case. */
  caseId: string | null;
  /** Applicants: the case, with its secret unless signed in. */
  reference: string | null;
  secret: string | null;
}

export interface BegunUpload {
  id: string;
  bytes: number;
}

interface Dependencies {
  room: AttachmentDependencies;
  reader: CaseReader;
  proveSecret: ProveSecret;
  quota: UploadQuota;
  directory(): Directory;
}

export type BeginUpload = (
  request: UploadRequest,
  viewer: Viewer,
) => Promise<{ upload: BegunUpload } | { refusal: FileRefusal }>;

/**
 * Begins an upload for a case that the caller may add to (NOT_FOUND, as if it did not exist, to others), or
 * for one that is yet to be filed. Its id is random: whoever knows it may send the bytes and file it.
 */
export function makeBeginUpload({ room, reader, proveSecret, quota, directory }: Dependencies): BeginUpload {
  async function openCase(request: UploadRequest, viewer: Viewer) {
    const { caseId, reference, secret } = request;
    if (reference !== null) {
      const id =
        secret === null
          ? (await reader.byReference(readReference(reference, viewer.language), viewer))?.record.id
          : await proveSecret(reference, secret, viewer);
      return found(id ?? null, viewer, secret === null ? undefined : applicantAccess);
    }
    return caseId === null ? null : found(caseId, viewer);
  }

  async function found(id: string | null, viewer: Viewer, proven?: Access) {
    const [record] = id === null ? [] : await loadCases(room.database, [id]);
    const access = record && (proven ?? accessTo(viewer, record));
    if (!record || !access || !mayAdd(access)) throw notFound(viewer.language);
    return { record, access };
  }

  return async (request, viewer) => {
    const target = await openCase(request, viewer);
    const wrong =
      checkBeforehand(request, room.limits) ?? (target && (await checkCase(room, target.record, request)));
    if (wrong) return { refusal: wrong };
    const uploader = { subject: viewer.subject, session: request.session, client: viewer.client ?? '' };
    if (!target && !(await quota.admit(uploader, request.bytes))) {
      return { refusal: { refused: 'TOO_MANY_UPLOADS' } };
    }
    const asStaff = target !== null && !target.access.capacities.includes('APPLICANT');
    const id = randomUUID();
    const upload = { id, bytes: request.bytes };
    await insertUpload(room.database, {
      id,
      caseId: target?.record.id ?? null,
      sealedName: room.names.seal(id, cleanName(request.fileName)),
      announcedBytes: request.bytes,
      addedBy: asStaff ? 'STAFF' : 'APPLICANT',
      actor: asStaff ? viewer.subject : null,
      post: asStaff ? (actingPost(directory(), viewer.subject, target.record.entity)?.key ?? null) : null,
    });
    return { upload };
  };
}

async function checkCase(
  deps: AttachmentDependencies,
  { id, state }: CaseRecord,
  { bytes }: UploadRequest,
): Promise<FileRefusal | null> {
  if (!takesFiles(state)) return { refused: 'CASE_TAKES_NO_FILES' };
  const has = await usageOf(deps.database, id, { begun: true });
  return checkRoom(has, { files: 1, bytes }, deps.limits);
}

/** The applicant, and staff who work on the case: who only oversees it adds nothing. */
export function mayAdd(access: Access): boolean {
  const works = access.capacities.some((capacity) => capacity !== 'SYSTEM' && capacity !== 'SUPERIOR');
  return access.as !== 'SERVICE' && access.seesText && works;
}
