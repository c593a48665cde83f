/**
 * The bytes of files over HTTP. Sending: /files/uploads/<id>, see `upload-server.ts`. Fetching: GET and HEAD
 * /files/<id>/<file|preview>/<token>.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Route } from '@bekhedmetkom/platform/subgraph';
import { nothingThere } from '../../refusal/not-found.ts';
import { findAttachment } from '../attachment.store.ts';
import { contentDisposition } from '../file-name.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';
import type { Variant } from '../setup/link.ts';
import { openUploadServer } from '../upload/upload-server.ts';

const uploadPath = /^\/files\/uploads\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const filePath = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(file|preview)\/([\w.-]{1,80})$/;

/** Serves everything below /files. */
export function makeFilesRoute(deps: AttachmentDependencies): Route {
  const answerUpload = openUploadServer(deps);

  return async (request, response, { viewer }) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (uploadPath.test(path)) return answerUpload(request, response, viewer);
    const [, id, variant, token] = filePath.exec(path) ?? [];
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!id || !token || !reads) throw nothingThere(viewer.language);
    return send(id, variant as Variant, token, request, response, viewer);
  };

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
