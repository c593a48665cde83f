/**
 * Sending one file in pieces, from where it was. A line that breaks only makes it wait; every wait ends, and what
 * came of it is told. Knows nothing of the page, and never throws.
 */
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

/** What the server is asked; `away` when nobody answers, or nobody can at the moment. */
export interface UploadApi {
  begin(file: File, head: ArrayBuffer, signal: AbortSignal): Promise<Begun | Refusal | 'away'>;
  offset(url: string, signal: AbortSignal): Promise<number | 'gone' | 'away'>;
  /** Sends a piece; gives where the upload is then. `whole`: it was put together and taken. */
  send(
    piece: Piece,
    signal: AbortSignal,
  ): Promise<{ offset: number; whole: boolean } | Refusal | 'gone' | 'away'>;
  /** So many milliseconds, or until the line is back, or the signal. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds. */
  now(): number;
}

export interface Piece {
  url: string;
  offset: number;
  bytes: ArrayBuffer;
  onProgress(sent: number): void;
}

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
  api: UploadApi;
  memory: UploadMemory;
  signal: AbortSignal;
  /** Told how much of the file has arrived, from 0 to 1; null while the line is broken. */
  onProgress(ratio: number | null): void;
  /** Told of the upload as soon as it has begun: from then on it can be taken back. */
  onBegun(begun: Begun): void;
}

/** As many first bytes as the server looks at. */
const headBytes = 4_096;
const smallestPiece = 64 * 1024;
const maxWaitMs = 20_000;
/** Without any progress for so long a file counts as not sent. */
const giveUpMs = 90_000;

class Ended extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

export async function transferFile(file: File, transfer: Transfer): Promise<Outcome> {
  try {
    return { kind: 'sent', begun: await send(file, transfer) };
  } catch (error) {
    const outcome: Outcome = error instanceof Ended ? error.outcome : { kind: 'away' };
    if (outcome.kind !== 'away') transfer.memory.write(null);
    return transfer.signal.aborted ? { kind: 'cancelled' } : outcome;
  }
}

async function send(file: File, transfer: Transfer): Promise<Begun> {
  const { api, memory, signal, onProgress, onBegun } = transfer;
  const head = await read(file, 0, headBytes);
  let progressAt = api.now();

  /** Asks until there is an answer. */
  async function answered<T>(ask: () => Promise<T | 'away'>, onAway: () => void = () => {}): Promise<T> {
    for (let wait = 1_000; ; wait = Math.min(wait * 2, maxWaitMs)) {
      const answer = await ask();
      if (signal.aborted) throw new Ended({ kind: 'cancelled' });
      if (answer !== 'away') return answer;
      onProgress(null);
      onAway();
      if (api.now() - progressAt > giveUpMs) throw new Ended({ kind: 'away' });
      await api.pause(wait, signal);
    }
  }

  async function begin(): Promise<Begun> {
    const begun = orRefused(await answered(() => api.begin(file, head, signal)));
    memory.write(begun);
    return begun;
  }

  let begun = memory.read() ?? (await begin());
  onBegun(begun);
  let offset: number | 'gone' = await answered(() => api.offset(begun.url, signal));
  let most = begun.chunkBytes;
  for (let restarts = 0; ; ) {
    if (offset === 'gone') {
      // Removed meanwhile, such as an upload of yesterday: once more from the beginning.
      if (++restarts > 2) throw new Ended({ kind: 'away' });
      begun = await begin();
      onBegun(begun);
      offset = 0;
    }
    const from: number = offset;
    onProgress(from / file.size);
    const piece = await read(file, from, from + most);
    const onPiece = (sent: number): void => onProgress((from + sent) / file.size);
    const { url } = begun;
    let broken = false;
    const answer = orRefused(
      await answered(
        async () => {
          if (!broken) return api.send({ url, offset: from, bytes: piece, onProgress: onPiece }, signal);
          // Part of the piece may have arrived before the line broke.
          const now = await api.offset(url, signal);
          return typeof now === 'number' ? { offset: now, whole: false } : now;
        },
        () => {
          broken = true;
          most = Math.max(smallestPiece, Math.floor(most / 2));
        },
      ),
    );
    if (answer !== 'gone' && answer.whole) {
      memory.write(null);
      return begun;
    }
    offset = answer === 'gone' ? answer : answer.offset;
    if (offset !== from) progressAt = api.now();
    else if (api.now() - progressAt > giveUpMs) throw new Ended({ kind: 'away' });
  }
}

function orRefused<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Ended({ kind: 'refused', refusal: answer });
  return answer as T;
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'code' in answer;
}

/** Part of a file. A file that was moved, changed or taken away with its card cannot be read. */
async function read(file: File, from: number, to: number): Promise<ArrayBuffer> {
  const end = Math.min(to, file.size);
  const bytes = await file
    .slice(from, end)
    .arrayBuffer()
    .catch(() => null);
  if (bytes?.byteLength !== end - from) throw new Ended({ kind: 'vanished' });
  return bytes;
}
