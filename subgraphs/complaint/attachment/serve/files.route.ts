/**
 * The bytes of files over HTTP. Sending: PATCH, HEAD and DELETE /files/uploads/<id> (the core protocol of tus
 * 1.0, https://tus.io/protocols/resumable-upload). Fetching: GET and HEAD /files/<id>/<file|preview>/<token>.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Route } from '@bekhedmetkom/platform/subgraph';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { nothingThere } from '../../refusal/not-found.ts';
import { toUserError } from '../../refusal/refusal.ts';
import { findAttachment } from '../attachment.store.ts';
import { contentDisposition } from '../file-name.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';
import type { Variant } from '../setup/link.ts';
import { cancelUpload } from '../upload/cancel-upload.ts';
import { receiveChunk } from '../upload/receive-chunk.ts';
import { readPiece } from './read-piece.ts';

const uploadPath = /^\/files\/uploads\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const filePath = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(file|preview)\/([\w.-]{1,80})$/;
const pieceType = 'application/offset+octet-stream';
const statusOf: Partial<Record<FileRefusal['refused'], number>> = {
  UPLOAD_NOT_FOUND: 404,
  UPLOAD_TOO_LARGE: 413,
  // Somebody else is putting it together: ask again.
  UPLOAD_INCOMPLETE: 503,
};

/** Serves everything below /files. */
export function makeFilesRoute(deps: AttachmentDependencies): Route {
  return async (request, response, { viewer }) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const [, upload] = uploadPath.exec(path) ?? [];
    if (upload) return answerUpload(upload, request, response, viewer);
    const [, id, variant, token] = filePath.exec(path) ?? [];
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!id || !token || !reads) throw nothingThere(viewer.language);
    return send(id, variant as Variant, token, request, response, viewer);
  };

  async function answerUpload(
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
    viewer: Viewer,
  ): Promise<void> {
    response.setHeader('tus-resumable', '1.0.0').setHeader('cache-control', 'no-store');
    switch (request.method) {
      case 'HEAD':
        return tellOffset(id, response);
      case 'PATCH':
        return takePiece(id, request, response, viewer);
      case 'DELETE':
        response.writeHead((await cancelUpload(deps, id)) ? 204 : 404).end();
        return;
      default:
        response.writeHead(405, { allow: 'HEAD, PATCH, DELETE' }).end();
    }
  }

  async function tellOffset(id: string, response: ServerResponse): Promise<void> {
    const upload = await findAttachment(deps.database, id);
    if (!upload || upload.state === 'LEAVING' || upload.refusal) {
      response.writeHead(upload?.refusal ? 410 : 404).end();
      return;
    }
    response.writeHead(200, {
      'upload-offset': upload.received,
      'upload-length': upload.announcedBytes,
      'upload-state': upload.state,
    });
    response.end();
  }

  async function takePiece(
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
    viewer: Viewer,
  ): Promise<void> {
    const offset = Number(request.headers['upload-offset'] ?? Number.NaN);
    if (request.headers['content-type'] !== pieceType || !Number.isSafeInteger(offset) || offset < 0) {
      response.shouldKeepAlive = false;
      response.writeHead(415, { 'accept-patch': pieceType }).end();
      return;
    }
    const piece = await readPiece(request);
    // Not read to its end: a slow sender goes on from where it is with another request.
    if (!request.complete) response.shouldKeepAlive = false;
    if (piece === 'TOO_LARGE') return refuse(response, { refused: 'UPLOAD_TOO_LARGE' }, viewer);
    const received = await receiveChunk(deps, id, offset, piece);
    if (received.kind === 'refused') return refuse(response, received.refusal, viewer);
    response.setHeader('upload-offset', received.offset);
    if (received.kind === 'elsewhere') {
      response.writeHead(409).end();
      return;
    }
    if (received.finished) response.setHeader('upload-state', received.finished.state);
    response.writeHead(204).end();
  }

  /** Whatever is wrong with a link, the answer is that of a file that never was. */
  async function send(
    id: string,
    variant: Variant,
    token: string,
    request: IncomingMessage,
    response: ServerResponse,
    viewer: Viewer,
  ): Promise<void> {
    const row = await findAttachment(deps.database, id);
    const bytes = variant === 'file' ? row?.bytes : row?.previewBytes;
    const open = row?.caseId && row.addedAt !== null && row.state === 'READY' ? row.caseId : '';
    const right = deps.links.opens(token, id, open, variant);
    if (!row || !right || open === '' || bytes === null || bytes === undefined)
      throw nothingThere(viewer.language);

    const range = readRange(request.headers.range, bytes);
    if (range === 'UNSATISFIABLE') {
      response.writeHead(416, { 'content-range': `bytes */${bytes}` }).end();
      return;
    }
    const { start, end } = range ?? { start: 0, end: bytes };
    const isFile = variant === 'file';
    response.setHeaders(
      new Headers({
        'content-type': isFile ? (row.mediaType ?? 'application/octet-stream') : 'image/webp',
        'content-disposition': contentDisposition(isFile ? 'attachment' : 'inline', deps.names.of(row)),
        'content-length': String(end - start),
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      }),
    );
    if (range) response.setHeader('content-range', `bytes ${start}-${end - 1}/${bytes}`);
    response.writeHead(range ? 206 : 200);
    if (request.method === 'HEAD' || start === end) {
      response.end();
      return;
    }
    const content = await deps.storage.open(
      isFile ? keyOf.file(id, row.storedAs) : keyOf.preview(id, row.storedAs),
      range ?? undefined,
    );
    if (!content) throw new Error(`the storage has lost ${id}`);
    // Whoever goes away in the middle of a download is no fault of ours.
    await pipeline(content, response).catch(() => response.destroy());
  }
}

function refuse(response: ServerResponse, refusal: FileRefusal, viewer: Viewer): void {
  const { code, message } = toUserError(refusal, viewer.language);
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  if (!response.req.complete) response.shouldKeepAlive = false;
  response.writeHead(statusOf[refusal.refused] ?? 422, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body);
}

/** One range of bytes, as players ask for it; null for the whole file, also when several are asked for. */
function readRange(
  header: string | undefined,
  bytes: number,
): { start: number; end: number } | 'UNSATISFIABLE' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return { start: Math.max(0, bytes - Number(to)), end: bytes };
  const start = Number(from);
  const end = to === '' ? bytes : Math.min(Number(to) + 1, bytes);
  return start < end ? { start, end } : 'UNSATISFIABLE';
}
