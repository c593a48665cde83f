import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openTestServer, type TestServer, testUpload } from '../testing/tus-server.ts';
import {
  type BeginUpload,
  type Begun,
  type Outcome,
  transferFile,
  type UploadMemory,
} from './upload-transfer.ts';

const photo = () => new File([new Uint8Array(1_000)], 'photo.jpg');

function openMemory(kept: Begun | null = null): UploadMemory & { kept: Begun | null } {
  return {
    kept,
    read() {
      return this.kept;
    },
    write(next) {
      this.kept = next;
    },
  };
}

/** A clock that moves only by `vi.advanceTimers…`. */
beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

function start(server: TestServer, given: { file?: File; memory?: UploadMemory; begin?: BeginUpload } = {}) {
  const stop = new AbortController();
  const line = new EventTarget();
  const progress: (number | null)[] = [];
  let begins = 0;
  const begin: BeginUpload = async () => {
    begins += 1;
    server.isGone = false;
    server.received = 0;
    return testUpload;
  };
  const outcome = transferFile(given.file ?? photo(), {
    begin: given.begin ?? begin,
    memory: given.memory ?? openMemory(),
    signal: stop.signal,
    line,
    request: { httpStack: server.httpStack },
    onProgress: (ratio) => progress.push(ratio),
    onBegun: () => {},
  });
  return { outcome, progress, stop, line, begins: () => begins };
}

/** The outcome, however long the waits until then are. */
async function ended({ outcome }: { outcome: Promise<Outcome> }): Promise<Outcome> {
  let end: Outcome | undefined;
  void outcome.then((one) => {
    end = one;
  });
  for (let minutes = 0; !end && minutes < 60; minutes++) await vi.advanceTimersByTimeAsync(60_000);
  if (!end) throw new Error('It has not ended within an hour.');
  return end;
}

describe('a file on its way', () => {
  it('arrives in pieces, and is forgotten by the tab', async () => {
    const server = openTestServer();
    const memory = openMemory();
    expect(await ended(start(server, { memory }))).toEqual({ kind: 'sent', begun: testUpload });
    expect(server.received).toBe(1_000);
    expect(server.methods.filter((method) => method === 'PATCH')).toHaveLength(10);
    expect(memory.kept).toBeNull();
  });

  it('that has not begun when the line drops waits for it', async () => {
    const server = openTestServer();
    let unanswered = 4;
    const transfer = start(server, { begin: async () => (unanswered-- > 0 ? 'away' : testUpload) });
    expect((await ended(transfer)).kind).toBe('sent');
    expect(transfer.progress.slice(0, 4)).toEqual([null, null, null, null]);
  });

  it('waits in the middle when the line drops, and goes on at once when it is back', async () => {
    const server = openTestServer();
    server.onPiece = (offset) => {
      if (offset === 400) server.unanswered = Number.POSITIVE_INFINITY;
      return offset !== 400;
    };
    const transfer = start(server);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(transfer.progress.at(-1)).toBeNull();
    server.unanswered = 0;
    transfer.line.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect((await transfer.outcome).kind).toBe('sent');
    expect(server.received).toBe(1_000);
  });

  it('sends no byte twice when the answer to a piece was lost', async () => {
    const server = openTestServer();
    const pieces: number[] = [];
    server.onPiece = (offset) => {
      pieces.push(offset);
      return offset !== 300;
    };
    expect((await ended(start(server))).kind).toBe('sent');
    expect(pieces).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  it('goes on from where the upload is when another moved it', async () => {
    const server = openTestServer();
    server.onPiece = (offset) => {
      if (offset === 200) server.received = 700;
      return true;
    };
    expect((await ended(start(server))).kind).toBe('sent');
    expect(server.received).toBe(1_000);
  });

  it('ends when nobody answers for long, and can go on later from where it was', async () => {
    const server = openTestServer();
    server.unanswered = Number.POSITIVE_INFINITY;
    const memory = openMemory();
    expect(await ended(start(server, { memory }))).toEqual({ kind: 'away' });
    expect(memory.kept).toEqual(testUpload);
    server.unanswered = 0;
    server.received = 500;
    const later = start(server, { memory });
    expect((await ended(later)).kind).toBe('sent');
    expect(later.begins()).toBe(0);
  });

  it('ends when requests stay without an answer and without an end', async () => {
    const server = openTestServer();
    server.isSilent = true;
    expect(await ended(start(server))).toEqual({ kind: 'away' });
  });

  it('goes on when a request that fell silent is sent again', async () => {
    const server = openTestServer();
    server.isSilent = true;
    const transfer = start(server);
    await vi.advanceTimersByTimeAsync(59_000);
    server.isSilent = false;
    expect((await ended(transfer)).kind).toBe('sent');
  });

  it('that the server removed meanwhile begins anew, but not for ever', async () => {
    const server = openTestServer();
    server.isGone = true;
    const transfer = start(server, { memory: openMemory(testUpload) });
    expect((await ended(transfer)).kind).toBe('sent');
    expect(transfer.begins()).toBe(1);
    server.isGone = true;
    expect(await ended(start(server, { begin: async () => testUpload }))).toEqual({ kind: 'away' });
  });

  it('that is refused is told why, before it is sent or in the middle', async () => {
    const refusal = { code: 'FILE_DAMAGED', message: 'damaged' };
    const early = openTestServer();
    expect(await ended(start(early, { begin: async () => refusal }))).toEqual({ kind: 'refused', refusal });
    expect(early.methods).toEqual([]);
    const server = openTestServer();
    const body = JSON.stringify({ errors: [{ message: 'damaged', extensions: { code: 'FILE_DAMAGED' } }] });
    server.refusesAt = { offset: 300, status: 422, body };
    expect(await ended(start(server))).toEqual({ kind: 'refused', refusal });
  });

  it('that vanished from the device is told so, at the beginning and in the middle', async () => {
    for (const from of [0, 300]) {
      const file = photo();
      const slice = file.slice.bind(file);
      let reads = 0;
      file.slice = (first = 0, end) => {
        const part = slice(first, end);
        if (first >= from && reads++ >= (from === 0 ? 0 : 1)) {
          part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
        }
        return part;
      };
      expect(await ended(start(openTestServer(), { file }))).toEqual({ kind: 'vanished' });
    }
  });

  it('that is taken back stops, also while it waits for the line', async () => {
    for (const isWaiting of [false, true]) {
      const server = openTestServer();
      const memory = openMemory(testUpload);
      if (isWaiting) server.unanswered = Number.POSITIVE_INFINITY;
      else server.isSilent = true;
      const transfer = start(server, { memory });
      await vi.advanceTimersByTimeAsync(500);
      transfer.stop.abort();
      expect(await transfer.outcome).toEqual({ kind: 'cancelled' });
      expect(memory.kept).toBeNull();
    }
  });

  it('ends whatever goes wrong: nothing is thrown', async () => {
    const begin = () => Promise.reject(new Error('a fault of ours'));
    expect(await ended(start(openTestServer(), { begin }))).toEqual({ kind: 'away' });
  });
});
