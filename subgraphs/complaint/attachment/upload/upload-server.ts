import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Locker, Server } from '@tus/server';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { toUserError } from '../../refusal/refusal.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import { openTransferLocker } from './transfer-locker.ts';
import { UploadRefused, UploadStore } from './upload-store.ts';

type Language = Viewer['language'];

const methods = new Set(['HEAD', 'PATCH', 'DELETE']);
/** Milliseconds that a request has to end by itself once it was asked to let go; then what arrived is stored. */
const drainMs = 500;
const statusOf: Partial<Record<FileRefusal['refused'], number>> = {
  UPLOAD_NOT_FOUND: 404,
  UPLOAD_TOO_LARGE: 413,
  // Somebody else is putting it together: ask again.
  UPLOAD_INCOMPLETE: 503,
};

export type AnswerUpload = (
  request: IncomingMessage,
  response: ServerResponse,
  viewer: Viewer,
) => Promise<void>;

/**
 * Serves /files/uploads/<id> by the tus protocol (https://tus.io/protocols/resumable-upload): HEAD, PATCH and DELETE.
 * A refusal is answered with the GraphQL error that says why, in the language of the viewer. Rejects with what is no
 * refusal but a fault.
 */
export function openUploadServer(
  deps: AttachmentDependencies,
  locker: Locker = openTransferLocker(),
): AnswerUpload {
  const store = new UploadStore(deps);
  // The library's hooks know no viewer.
  const servers = { ar: serverFor('ar'), en: serverFor('en') };

  function serverFor(language: Language): Server {
    return new Server({
      path: '/files/uploads',
      datastore: store,
      locker,
      lockDrainTimeout: drainMs,
      async onUploadFinish(_, { id }) {
        const { state } = await store.finish(id);
        return { headers: { 'Upload-State': state } };
      },
      onResponseError(request, error) {
        if (error instanceof UploadRefused) return toAnswer(error.refusal, request.method, language);
        if (error instanceof Error) throw error;
        return undefined;
      },
    });
  }

  return async (request, response, { language }) => {
    if (!methods.has(request.method ?? '')) {
      response.writeHead(405, { allow: [...methods].join(', ') }).end();
      return;
    }
    response.setHeader('cache-control', 'no-store');
    await servers[language].handle(request, response);
  };
}

function toAnswer(
  refusal: FileRefusal,
  method: string,
  language: Language,
): { status_code: number; body: string } {
  const status = statusOf[refusal.refused];
  // The answer to HEAD has no body: who wants to know why sends on.
  if (method === 'HEAD') return { status_code: status ?? 410, body: '' };
  const { code, message } = toUserError(refusal, language);
  return {
    status_code: status ?? 422,
    body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
  };
}
