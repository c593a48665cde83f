/** What the server code of this app says to the gateway about files. */
import { readConfig } from '../../config.ts';
import { gatewayHeaders } from '../../graphql/gateway-headers.ts';
import { graphql } from '../../graphql/generated/index.ts';
import { mutate } from '../../graphql/server.ts';

const beginUploadDocument = graphql(`
  mutation BeginUpload($input: BeginUploadInput!) {
    beginUpload(input: $input) {
      upload {
        id
        url
        chunkBytes
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export interface BegunUpload {
  id: string;
  /** Path at the gateway. */
  url: string;
  chunkBytes: number;
}

/** The case that a file is for; null: one that is yet to be filed. */
export type UploadTarget = { reference: string; secret: string | null } | { caseId: string } | null;

export interface OfferedFile {
  name: string;
  size: number;
  type: string;
  /** Its first bytes, in base64. */
  head?: string | undefined;
  /** The draft that it belongs to, whose files count together. */
  draft?: string | undefined;
}

/** Begins an upload as the person of this request. Code and message when it is refused, null when nobody answers. */
export async function beginUpload(
  file: OfferedFile,
  target: UploadTarget,
  locale: string,
): Promise<{ upload: BegunUpload } | { code: string; message: string | null }> {
  const { name: fileName, size: bytes, type: mediaType, head = null, draft = null } = file;
  const input = { fileName, bytes, mediaType, head, session: draft, ...target };
  const { data, problem } = await mutate(beginUploadDocument, { input }, locale);
  if (data?.beginUpload.upload) return { upload: data.beginUpload.upload };
  const known = problem && problem.code !== 'SERVICE_UNAVAILABLE' && problem.code !== 'INTERNAL_SERVER_ERROR';
  const refusal = data?.beginUpload.userErrors[0] ?? (known ? problem : null);
  return { code: refusal?.code ?? '', message: refusal?.message ?? null };
}

/** Longer than looking at a large file takes. */
const answerWithinMs = 70_000;

/** Asks the gateway about an upload. Null when nobody answers. */
export async function askAboutUpload(
  url: string,
  locale: string,
  request:
    | { method: 'HEAD' | 'DELETE' }
    | { method: 'PATCH'; offset: number; piece: Uint8Array<ArrayBuffer> },
): Promise<Response | null> {
  const { accept: _, ...headers } = await gatewayHeaders(locale);
  const sends = request.method === 'PATCH';
  return fetch(`${readConfig().gatewayUrl}${url}`, {
    method: request.method,
    headers: {
      ...headers,
      'tus-resumable': '1.0.0',
      ...(sends && {
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(request.offset),
      }),
    },
    ...(sends && { body: request.piece }),
    cache: 'no-store',
    signal: AbortSignal.timeout(answerWithinMs),
  }).catch(() => null);
}
