/**
 * Sending one file by the tus protocol, from where it was. A line that breaks only makes it wait; every wait ends, and
 * what came of it is told. Knows nothing of the page, and never throws.
 */
import { type DetailedError, Upload, type UploadOptions } from 'tus-js-client';

export interface Begun {
  id: string;
  /** Path of the upload. */
  url: string;
  chunkBytes: number;
}

export interface Refusal {
  code: string;
  /** In the language of the page. */
  message: string;
}

/** Asks the server to begin an upload; `away` when nobody answers, or nobody can at the moment. */
export type BeginUpload = (
  file: File,
  head: ArrayBuffer,
  signal: AbortSignal,
) => Promise<Begun | Refusal | 'away'>;

/** Remembers an upload that has begun, for a page that is loaded again. Where it cannot, it says nothing. */
export interface UploadMemory {
  read(): Begun | null;
  write(begun: Begun | null): void;
}

export type Outcome =
  | { kind: 'sent'; begun: Begun }
  | { kind: 'refused'; refusal: Refusal }
  /** The file is no longer on the device, or was changed. */
  | { kind: 'vanished' }
  /** Nothing went on for too long. */
  | { kind: 'away' }
  | { kind: 'cancelled' };

export interface Transfer {
  begin: BeginUpload;
  memory: UploadMemory;
  signal: AbortSignal;
  /** Fires `online` when the line is back: the window. */
  line: EventTarget;
  /** Headers of each request, and for tests what carries them; browsers use XMLHttpRequest. */
  request: Pick<UploadOptions, 'headers' | 'httpStack'>;
  /** Told how much of the file has arrived, from 0 to 1; null while the line is broken. */
  onProgress(ratio: number | null): void;
  /** Told of the upload as soon as it has begun: from then on it can be taken back. */
  onBegun(begun: Begun): void;
}

/** As many first bytes as the server looks at. */
const headBytes = 4_096;
/** Milliseconds before each further try, as long as nothing more of the file arrives: a minute and a half. */
const retryDelays = [1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 20_000];
/** Milliseconds for which a request may be silent, and how often it is sent again then. */
const silentForMs = 60_000;
const mostSilences = 2;
/** How often an upload that the server removed is begun anew. */
const mostRestarts = 2;
/** What may be otherwise a moment later: in conflict, locked, too many at a time. */
const passing = new Set([409, 423, 429]);
const removed = new Set([404, 410]);

class Vanished extends Error {}

/** Sends a file. The upload is forgotten by the memory unless it may be gone on with. */
export async function transferFile(file: File, transfer: Transfer): Promise<Outcome> {
  const { memory, signal } = transfer;
  const outcome = await send(file, transfer).catch(
    (error: unknown): Outcome => ({ kind: error instanceof Vanished ? 'vanished' : 'away' }),
  );
  if (outcome.kind !== 'away') memory.write(null);
  return signal.aborted && outcome.kind !== 'sent' ? { kind: 'cancelled' } : outcome;
}

async function send(file: File, transfer: Transfer): Promise<Outcome> {
  const { memory, onBegun } = transfer;
  const head = await read(file, 0, headBytes);
  for (let restarts = 0; restarts <= mostRestarts; restarts++) {
    const begun = memory.read() ?? (await begin(file, head, transfer));
    if (begun === 'away') return { kind: 'away' };
    if ('code' in begun) return { kind: 'refused', refusal: begun };
    memory.write(begun);
    onBegun(begun);
    const outcome = await sendTo(begun, file, transfer);
    if (outcome !== 'gone') return outcome;
    // Removed meanwhile, such as an upload of yesterday: once more from the beginning.
    memory.write(null);
  }
  return { kind: 'away' };
}

/** Asks until there is an answer. */
async function begin(file: File, head: ArrayBuffer, transfer: Transfer): Promise<Begun | Refusal | 'away'> {
  const { signal, onProgress, line } = transfer;
  for (const delay of retryDelays) {
    const answer = await transfer.begin(file, head, signal);
    if (answer !== 'away' || signal.aborted) return answer;
    onProgress(null);
    await pause(delay, signal, line);
  }
  return transfer.begin(file, head, signal);
}

function sendTo(begun: Begun, file: File, transfer: Transfer): Promise<Outcome | 'gone'> {
  const { signal, line, request, onProgress } = transfer;
  return new Promise((resolve) => {
    let isVanished = false;
    let isWaiting = false;
    let silences = 0;
    let most = 0;
    let silent: ReturnType<typeof setTimeout> | undefined;

    const upload = new Upload(file, {
      ...request,
      uploadUrl: begun.url,
      chunkSize: begun.chunkBytes,
      retryDelays,
      storeFingerprintForResuming: false,
      fileReader: { openFile: async () => ({ size: file.size, slice, close() {} }) },
      onBeforeRequest() {
        isWaiting = false;
        watch();
      },
      onAfterResponse: () => clearTimeout(silent),
      onProgress(sent) {
        if (sent > most) silences = 0;
        most = Math.max(most, sent);
        watch();
        onProgress(sent / file.size);
      },
      onShouldRetry(error) {
        clearTimeout(silent);
        if (isVanished || isFinal(statusOf(error))) return false;
        isWaiting = true;
        onProgress(null);
        return true;
      },
      onSuccess: () => end({ kind: 'sent', begun }),
      onError: (error) => end(isVanished ? { kind: 'vanished' } : toOutcome(error)),
    });

    async function slice(start: number, to: number) {
      const value = await read(file, start, to).catch((error: unknown) => {
        isVanished = true;
        throw error;
      });
      return { value: new Blob([value]), done: to >= file.size };
    }

    function watch(): void {
      clearTimeout(silent);
      silent = setTimeout(() => {
        onProgress(null);
        if (++silences > mostSilences) end({ kind: 'away' });
        else again();
      }, silentForMs);
    }

    function again(): void {
      void upload.abort();
      upload.start();
    }

    function goOn(): void {
      if (isWaiting) again();
    }

    function stop(): void {
      end({ kind: 'cancelled' });
    }

    function end(outcome: Outcome | 'gone'): void {
      clearTimeout(silent);
      line.removeEventListener('online', goOn);
      signal.removeEventListener('abort', stop);
      void upload.abort();
      resolve(outcome);
    }

    line.addEventListener('online', goOn);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    else upload.start();
  });
}

/** The status of the answer, 0 when there was none. */
function statusOf(error: Error | DetailedError): number {
  return ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;
}

function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && !passing.has(status);
}

function toOutcome(error: Error | DetailedError): Outcome | 'gone' {
  const status = statusOf(error);
  if (removed.has(status)) return 'gone';
  if (!isFinal(status)) return { kind: 'away' };
  const body = 'originalResponse' in error ? (error.originalResponse?.getBody() ?? '') : '';
  return { kind: 'refused', refusal: refusalOf(body) };
}

function refusalOf(body: string): Refusal {
  try {
    const [first] = JSON.parse(body).errors;
    return { code: String(first.extensions.code), message: String(first.message) };
  } catch {
    return { code: '', message: '' };
  }
}

/** So many milliseconds, or until the line is back, or the signal. */
export function pause(milliseconds: number, signal: AbortSignal, line: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      line.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    line.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

/** Part of a file. A file that was moved, changed or taken away with its card cannot be read. */
async function read(file: File, from: number, to: number): Promise<ArrayBuffer> {
  const end = Math.min(to, file.size);
  const bytes = await file
    .slice(from, end)
    .arrayBuffer()
    .catch(() => null);
  if (bytes?.byteLength !== end - from) throw new Vanished();
  return bytes;
}
