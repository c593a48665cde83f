/** Sending files as a client does. */

import type { Viewer } from '@bekhedmetkom/platform/auth';
import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { Complaint } from '../../testing/open-complaint.ts';
import { nobody } from '../../testing/viewers.ts';
import type { SampleFile } from './sample-files.ts';

export const beginDocument = `mutation ($input: BeginUploadInput!) {
  beginUpload(input: $input) { upload { id url offset chunkBytes } userErrors { field code message } } }`;
export const attachmentFields = 'attachments { id fileName mediaType bytes state url previewUrl by addedAt }';

type Target = { reference: string; secret?: string } | { caseId: string };

/** Asks to begin; gives the payload. */
export async function begin(
  complaint: Complaint,
  { fileName, mediaType, content }: SampleFile,
  viewer: Viewer = nobody,
  target?: Target,
) {
  const input = { fileName, mediaType, bytes: content.length, ...target };
  const answer = await complaint.ask(viewer, beginDocument, { input });
  return { ...answer.data?.beginUpload, errors: answer.errors };
}

/** What every request of the tus protocol says. */
export const tus = { 'tus-resumable': '1.0.0' };

/** Sends a piece. */
export function patch(complaint: Complaint, url: string, offset: number, piece: Buffer, viewer = nobody) {
  return complaint.fetchAs(viewer, url, {
    method: 'PATCH',
    headers: {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: new Uint8Array(piece),
  });
}

/** Asks where an upload is. */
export function head(complaint: Complaint, url: string): Promise<Response> {
  return complaint.fetchAs(nobody, url, { method: 'HEAD', headers: tus });
}

/** Takes an upload back. */
export function drop(complaint: Complaint, url: string): Promise<Response> {
  return complaint.fetchAs(nobody, url, { method: 'DELETE', headers: tus });
}

export async function offsetOf(complaint: Complaint, url: string): Promise<number> {
  const response = await head(complaint, url);
  return Number(response.headers.get('upload-offset') ?? Number.NaN);
}

/** Sends a whole file in pieces; gives the upload and the answer to the last piece. */
export async function sendFile(
  complaint: Complaint,
  file: SampleFile,
  viewer: Viewer = nobody,
  target?: Target,
  pieceBytes = 512 * 1024,
) {
  const { upload, userErrors } = await begin(complaint, file, viewer, target);
  if (!upload) throw new Error(JSON.stringify(userErrors));
  let last: Response | null = null;
  for (let at = 0; at < file.content.length && (last === null || last.ok); at += pieceBytes) {
    last = await patch(complaint, upload.url, at, file.content.subarray(at, at + pieceBytes), viewer);
  }
  if (!last) throw new Error('nothing was sent');
  const body = last.status === 204 ? null : await last.json().catch(() => null);
  return {
    upload,
    status: last.status,
    headers: last.headers,
    code: body?.errors?.[0]?.extensions.code,
    body,
  };
}

/** The key in the database. */
export const keyOfUpload = (id: string): string => fromGlobalId(id).key;
