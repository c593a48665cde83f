/** What the island of uploads asks the server, from a browser. Every question ends, with an answer or without. */
import type { BeginUpload, Begun, Refusal, UploadMemory } from './upload-transfer.ts';

/** Milliseconds without an answer. */
const answerWithin = 30_000;

/** `target` is what the files are for; `draft` the request that is being written, if any. */
export function openBeginUpload(target: object, draft: string): BeginUpload {
  return async (file, head, signal) => {
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
  };
}

/** The headers of every request: the language of answers for people. */
export function languageHeader(): Record<string, string> {
  return { 'accept-language': document.documentElement.lang };
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
  const headers = { 'content-type': 'application/json', 'tus-resumable': '1.0.0', ...languageHeader() };
  try {
    return await fetch(url, { ...init, headers, cache: 'no-store', signal: stop.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', abort);
  }
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}
