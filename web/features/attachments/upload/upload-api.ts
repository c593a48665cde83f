/** What the island of uploads asks the server, from a browser. Every question ends, with an answer or without. */
import type { Begun, Piece, Refusal, UploadApi, UploadMemory } from './upload-transfer.ts';

/** Milliseconds without an answer, and of a piece without a byte. */
const answerWithin = 30_000;
const silentFor = 60_000;

/** `target` is what the files are for; `draft` the request that is being written, if any. */
export function openUploadApi(target: object, draft: string): UploadApi {
  return {
    async begin(file, head, signal) {
      const asked = {
        name: file.name,
        size: file.size,
        type: file.type,
        head: toBase64(head),
        draft,
        ...target,
      };
      const answer = await ask('/api/files/begin', { method: 'POST', body: JSON.stringify(asked) }, signal);
      const body = (await answer?.json().catch(() => null)) as (Begun & Partial<Refusal>) | null;
      if (!answer || answer.status >= 500 || answer.status === 429 || !body) return 'away';
      const { id, url, chunkBytes, code = '', message = '' } = body;
      return answer.ok ? { id, url, chunkBytes } : { code, message };
    },
    async offset(url, signal) {
      const answer = await ask(url, { method: 'HEAD' }, signal);
      if (answer?.status === 404 || answer?.status === 410) return 'gone';
      return answer?.ok ? Number(answer.headers.get('upload-offset')) : 'away';
    },
    async send(piece, signal) {
      const answer = await patch(piece, signal);
      const told = Number(answer?.getResponseHeader('upload-offset') ?? Number.NaN);
      if (!answer || answer.status >= 500 || answer.status === 429) return 'away';
      if (answer.status === 204 || answer.status === 409) {
        if (Number.isNaN(told)) return 'away';
        return {
          offset: told,
          whole: answer.status === 204 && answer.getResponseHeader('upload-state') !== null,
        };
      }
      if (answer.status === 404 || answer.status === 410) return 'gone';
      return refusalOf(answer);
    },
    pause(milliseconds, signal) {
      return new Promise((resolve) => {
        const done = (): void => {
          window.removeEventListener('online', done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        window.addEventListener('online', done);
        signal.addEventListener('abort', done);
        setTimeout(done, milliseconds);
      });
    },
    now: () => performance.now(),
  };
}

/** Keeps a file that has arrived with the answers of its draft. */
export async function keepFile(begun: Begun, file: File, draft: string): Promise<'kept' | 'many' | 'away'> {
  const body = JSON.stringify({ ...begun, draft, name: file.name, size: file.size });
  const answer = await ask('/api/files/kept', { method: 'POST', body });
  return answer?.ok ? 'kept' : answer?.status === 409 ? 'many' : 'away';
}

/** Takes a kept file back; false when nobody answered: it may be kept still. */
export async function dropFile(id: string, draft: string): Promise<boolean> {
  const query = new URLSearchParams({ draft, id });
  return (await ask(`/api/files/kept?${query}`, { method: 'DELETE' }))?.ok ?? false;
}

/** Takes an upload back. `gone`: there is none any more, or it is part of a case by now. */
export async function cancelUpload(url: string): Promise<'cancelled' | 'gone' | 'away'> {
  const answer = await ask(url, { method: 'DELETE' });
  return answer?.ok ? 'cancelled' : answer?.status === 404 ? 'gone' : 'away';
}

/** In the storage of this tab. Browsers may refuse it; then a page that is loaded again begins anew. */
export function openMemory(file: File, target: object): UploadMemory {
  const key = `upload ${JSON.stringify(target)} ${file.name} ${file.size} ${file.lastModified}`;
  return {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Begun | null;
      } catch {
        return null;
      }
    },
    write(begun) {
      try {
        if (begun) sessionStorage.setItem(key, JSON.stringify(begun));
        else sessionStorage.removeItem(key);
      } catch {
        // Nothing is remembered.
      }
    },
  };
}

async function ask(url: string, init: RequestInit, signal?: AbortSignal): Promise<Response | null> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  const late = setTimeout(abort, answerWithin);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  const headers = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang };
  try {
    return await fetch(url, { ...init, headers, cache: 'no-store', signal: stop.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', abort);
  }
}

/** Null when the line broke, or nothing moved for too long. */
function patch(
  { url, offset, bytes, onProgress }: Piece,
  signal: AbortSignal,
): Promise<XMLHttpRequest | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    let watch = setTimeout(abort, silentFor);
    const end = (answer: XMLHttpRequest | null): void => {
      clearTimeout(watch);
      signal.removeEventListener('abort', abort);
      resolve(answer);
    };
    signal.addEventListener('abort', abort);
    request.open('PATCH', url);
    request.setRequestHeader('content-type', 'application/offset+octet-stream');
    request.setRequestHeader('upload-offset', String(offset));
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded }) => {
      clearTimeout(watch);
      watch = setTimeout(abort, silentFor);
      onProgress(loaded);
    });
    request.addEventListener('load', () => end(request));
    for (const ending of ['error', 'abort', 'timeout']) request.addEventListener(ending, () => end(null));
    if (signal.aborted) end(null);
    else request.send(bytes);
  });
}

function refusalOf(answer: XMLHttpRequest): Refusal {
  try {
    const [first] = JSON.parse(answer.responseText).errors;
    return { code: String(first.extensions.code), message: String(first.message) };
  } catch {
    return { code: '', message: '' };
  }
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}
