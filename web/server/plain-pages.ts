import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { brokenPage } from './broken-page.ts';
import { isBroken, statusOf, withoutRuntime } from './without-runtime.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const smallestCompressed = 1_024;

/**
 * Makes `response` hold back the page that Next writes, take React's runtime out of it and send it
 * compressed. When Next could not make the page, people get one that says so.
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
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const send = async (): Promise<void> => {
    const plain = pageFrom(Buffer.concat(chunks), request, response);
    const { body, encoding } = await compress(plain, accepted);
    if (encoding) response.setHeader('content-encoding', encoding);
    response.removeHeader('transfer-encoding');
    response.setHeader('vary', 'accept-encoding, cookie');
    response.setHeader('content-length', body.length);
    Object.assign(response, original);
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status;
      const headers = rest.findLast((one) => typeof one === 'object');
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      return response;
    },
    write(chunk: unknown) {
      keep(chunk);
      return true;
    },
    end(chunk?: unknown) {
      keep(chunk);
      send().catch(() => response.destroy());
      return response;
    },
    flushHeaders() {},
  });
}

/** The page as it is sent; sets its status. */
function pageFrom(written: Buffer, request: IncomingMessage, response: ServerResponse): Buffer {
  // A redirect has a body too, one that only scripts could read.
  if (response.statusCode >= 300 && response.statusCode < 400) return Buffer.alloc(0);
  const isHtml = String(response.getHeader('content-type') ?? '').startsWith('text/html');
  const html = isHtml ? withoutRuntime(written.toString('utf8')) : '';
  const asked = statusOf(html);
  if (asked !== null) response.statusCode = asked;
  else if (response.statusCode >= 500 || isBroken(html)) {
    response.statusCode = Math.max(response.statusCode, 500);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return Buffer.from(brokenPage(request.url ?? '/'));
  }
  return isHtml ? Buffer.from(html) : written;
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
