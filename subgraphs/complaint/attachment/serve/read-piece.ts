import type { IncomingMessage } from 'node:http';

interface PieceLimits {
  /** Bytes of one request at most. */
  bytes: number;
  /** Milliseconds for which one request is read, and for which it may be silent. */
  maxMs: number;
  silentMs: number;
}

const usual: PieceLimits = { bytes: 5 * 1024 * 1024, maxMs: 25_000, silentMs: 15_000 };

/**
 * The body of a request, as far as it came: what arrived before a line broke, or before a slow sender's time was
 * up, need not be sent again. `TOO_LARGE` as soon as it is longer than one request may be. A request that is not
 * `complete` afterwards is not read any further: its connection must be closed.
 */
export function readPiece(
  request: IncomingMessage,
  { bytes: most, maxMs, silentMs }: PieceLimits = usual,
): Promise<Buffer | 'TOO_LARGE'> {
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve('TOO_LARGE');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const stop = (result: Buffer | 'TOO_LARGE'): void => {
      clearTimeout(late);
      clearTimeout(silent);
      request.off('data', take).off('end', end).off('close', end);
      request.pause();
      resolve(result);
    };
    const end = (): void => stop(Buffer.concat(chunks));
    const late = setTimeout(end, maxMs);
    let silent = setTimeout(end, silentMs);
    const take = (chunk: Buffer): void => {
      clearTimeout(silent);
      silent = setTimeout(end, silentMs);
      length += chunk.length;
      if (length > most) stop('TOO_LARGE');
      else chunks.push(chunk);
    };
    request.on('data', take).once('end', end).once('close', end).on('error', end);
  });
}
