import { type Agent, request } from 'node:http';

/**
 * Why there was no answer. `refused`: nobody took the request. `stale`: a kept connection had been closed by
 * the other side, so it did not arrive either. `broken`: it may have arrived. `late`: not in time.
 */
export type Reason = 'refused' | 'stale' | 'broken' | 'late';

/** A subgraph gave no answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(`The upstream is ${reason}.`, { cause });
    this.reason = reason;
  }
}

const maxAnswerLength = 32 * 1024 * 1024;

/**
 * Posts JSON and reads JSON back. `timeout` is in milliseconds from now to the last byte.
 * Throws NoAnswer when nothing usable comes.
 */
export function postJson(
  url: URL,
  body: string,
  options: { headers: Record<string, string>; timeout: number; agent: Agent },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const outgoing = request(url, {
      method: 'POST',
      agent: options.agent,
      headers: { ...options.headers, 'content-type': 'application/json', 'content-length': bytes.length },
    });
    const timer = setTimeout(() => fail(new NoAnswer('late')), options.timeout);
    function fail(error: NoAnswer): void {
      clearTimeout(timer);
      reject(error);
      outgoing.destroy();
    }
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      const unreachable = /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/.test(
        error.code ?? '',
      );
      fail(new NoAnswer(stale ? 'stale' : unreachable ? 'refused' : 'broken', error));
    });
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxAnswerLength) fail(new NoAnswer('broken'));
      });
      response.on('aborted', () => fail(new NoAnswer('broken')));
      response.on('error', (error) => fail(new NoAnswer('broken', error)));
      response.on('end', () => {
        clearTimeout(timer);
        try {
          resolve(JSON.parse(Buffer.concat(chunks, length).toString()));
        } catch (cause) {
          reject(new NoAnswer('broken', cause));
        }
      });
    });
    outgoing.end(bytes);
  });
}
