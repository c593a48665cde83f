import type { IncomingMessage } from 'node:http';

/** Bytes of one request at most. */
const most = 5 * 1024 * 1024;

/**
 * The body of a request, as far as it came: what arrived before a line broke need not be sent again.
 * `TOO_LARGE` as soon as it is longer than one request may be.
 */
export function readPiece(request: IncomingMessage): Promise<Buffer | 'TOO_LARGE'> {
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve('TOO_LARGE');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (): void => resolve(Buffer.concat(chunks));
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) resolve('TOO_LARGE');
      else chunks.push(chunk);
    });
    request.once('end', end).once('close', end).on('error', end);
  });
}
