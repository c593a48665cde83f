import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { statusOf, withoutRuntime } from './without-runtime.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const smallestCompressed = 1_024;

/**
 * Makes `response` hold back the page that Next writes, take React's runtime out of it and send it
 * compressed. Answers that are no HTML pass unchanged.
 */
export function sendWithoutRuntime(request: IncomingMessage, response: ServerResponse): void {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  delete request.headers['accept-encoding'];
  const original = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  const chunks: Buffer[] = [];
  const isHtml = () => String(response.getHeader('content-type') ?? '').startsWith('text/html');
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const send = async (): Promise<void> => {
    const html = withoutRuntime(Buffer.concat(chunks).toString('utf8'));
    response.statusCode = statusOf(html) ?? response.statusCode;
    const page = Buffer.from(html);
    const { body, encoding } = await compress(page, accepted);
    if (encoding) response.setHeader('content-encoding', encoding);
    response.removeHeader('transfer-encoding');
    response.setHeader('vary', 'accept-encoding, cookie');
    response.setHeader('content-length', body.length);
    Object.assign(response, original);
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  Object.assign(response, {
    writeHead(status: number, ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[])[]) {
      if (!isHtml()) return original.writeHead(status, ...(rest as [OutgoingHttpHeaders?]));
      response.statusCode = status;
      return response;
    },
    write(chunk: unknown, ...rest: [never]) {
      if (!isHtml()) return original.write(chunk, ...rest);
      keep(chunk);
      return true;
    },
    end(chunk?: unknown, ...rest: [never]) {
      if (!isHtml()) return original.end(chunk, ...rest);
      keep(chunk);
      send().catch(() => response.destroy());
      return response;
    },
    flushHeaders() {
      if (!isHtml()) original.flushHeaders();
    },
  });
}

async function compress(page: Buffer, accepted: string): Promise<{ body: Buffer; encoding: string | null }> {
  if (page.length < smallestCompressed) return { body: page, encoding: null };
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return { body: await compressBrotli(page, { params }), encoding: 'br' };
  }
  if (/\bgzip\b/.test(accepted)) return { body: await compressGzip(page), encoding: 'gzip' };
  return { body: page, encoding: null };
}
