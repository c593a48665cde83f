import { describe, expect, it } from 'vitest';
import {
  type Begun,
  type Outcome,
  transferFile,
  type UploadApi,
  type UploadMemory,
} from './upload-transfer.ts';

const begun: Begun = { id: 'id', url: '/files/uploads/1', chunkBytes: 100 };

/** A server that counts bytes, a clock that moves only by waiting, and a line that can be cut. */
function openServer({ size = 1_000 } = {}) {
  let clock = 0;
  const server = {
    received: 0,
    /** How many questions get no answer. */
    silent: 0,
    begins: 0,
    gone: false,
    refusesAt: Number.POSITIVE_INFINITY,
    onPause: () => {},
  };
  const isSilent = (): boolean => server.silent > 0 && server.silent-- > 0;
  const api: UploadApi = {
    async begin() {
      if (isSilent()) return 'away';
      server.begins += 1;
      server.gone = false;
      server.received = 0;
      return begun;
    },
    async offset() {
      if (isSilent()) return 'away';
      return server.gone ? 'gone' : server.received;
    },
    async send({ offset, bytes, onProgress }) {
      if (isSilent()) return 'away';
      if (server.gone) return 'gone';
      if (offset >= server.refusesAt) return { code: 'FILE_DAMAGED', message: 'damaged' };
      if (offset === server.received) server.received += bytes.byteLength;
      onProgress(bytes.byteLength);
      return { offset: server.received, whole: server.received === size };
    },
    async pause(milliseconds) {
      clock += milliseconds;
      server.onPause();
    },
    now: () => clock,
  };
  return { api, server };
}

function openMemory(): UploadMemory & { kept: Begun | null } {
  return {
    kept: null,
    read() {
      return this.kept;
    },
    write(next) {
      this.kept = next;
    },
  };
}

async function send(
  api: UploadApi,
  file = new File([new Uint8Array(1_000)], 'photo.jpg'),
  { memory = openMemory(), stop = new AbortController() } = {},
): Promise<{ outcome: Outcome; progress: (number | null)[] }> {
  const progress: (number | null)[] = [];
  const outcome = await transferFile(file, {
    api,
    memory,
    signal: stop.signal,
    onProgress: (ratio) => progress.push(ratio),
    onBegun: () => {},
  });
  return { outcome, progress };
}

describe('a file on its way', () => {
  it('arrives in pieces, and is forgotten by the tab', async () => {
    const { api, server } = openServer();
    const memory = openMemory();
    const { outcome } = await send(api, undefined, { memory });
    expect(outcome).toEqual({ kind: 'sent', begun });
    expect(server.received).toBe(1_000);
    expect(memory.kept).toBeNull();
  });

  it('that has not begun when the line drops waits for it, and so does one in the middle', async () => {
    for (const silentAt of [0, 400]) {
      const { api, server } = openServer();
      const { send: sendPiece } = api;
      if (silentAt === 0) server.silent = 4;
      api.send = async (...args) => {
        if (
          silentAt > 0 &&
          args[0].offset === silentAt &&
          server.silent === 0 &&
          server.received === silentAt
        ) {
          server.silent = 4;
          api.send = sendPiece;
        }
        return sendPiece(...args);
      };
      const { outcome, progress } = await send(api);
      expect(outcome.kind).toBe('sent');
      expect(progress).toContain(null);
      expect(server.received).toBe(1_000);
    }
  });

  it('sends no byte twice when the answer to a piece was lost', async () => {
    const { api, server } = openServer();
    const { send: sendPiece } = api;
    let isLost = false;
    api.send = async (...args) => {
      const answer = await sendPiece(...args);
      if (args[0].offset !== 300 || isLost) return answer;
      isLost = true;
      return 'away';
    };
    expect((await send(api)).outcome.kind).toBe('sent');
    expect(server.received).toBe(1_000);
  });

  it('ends when nobody answers for long, and can go on later from where it was', async () => {
    const { api, server } = openServer();
    server.silent = Number.POSITIVE_INFINITY;
    const memory = openMemory();
    expect((await send(api, undefined, { memory })).outcome).toEqual({ kind: 'away' });
    server.silent = 0;
    server.received = 500;
    memory.kept = begun;
    expect((await send(api, undefined, { memory })).outcome.kind).toBe('sent');
    expect(server.begins).toBe(0);
  });

  it('that the server removed meanwhile begins anew, but not for ever', async () => {
    const { api, server } = openServer();
    const memory = openMemory();
    memory.kept = begun;
    server.gone = true;
    expect((await send(api, undefined, { memory })).outcome.kind).toBe('sent');
    expect(server.begins).toBe(1);
    api.send = async () => 'gone';
    expect((await send(api)).outcome.kind).toBe('away');
  });

  it('that is refused is told why', async () => {
    const { api, server } = openServer();
    server.refusesAt = 300;
    const refusal = { code: 'FILE_DAMAGED', message: 'damaged' };
    expect((await send(api)).outcome).toEqual({ kind: 'refused', refusal });
  });

  it('that vanished from the device is told so, at the beginning and in the middle', async () => {
    for (const from of [0, 300]) {
      const { api } = openServer();
      const file = new File([new Uint8Array(1_000)], 'from-a-card.jpg');
      const slice = file.slice.bind(file);
      let reads = 0;
      file.slice = (start = 0, end) => {
        const part = slice(start, end);
        if (start >= from && reads++ >= (from === 0 ? 0 : 1)) {
          part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
        }
        return part;
      };
      expect((await send(api, file)).outcome).toEqual({ kind: 'vanished' });
    }
  });

  it('that is taken back stops, also while it waits for the line', async () => {
    const { api, server } = openServer();
    const stop = new AbortController();
    server.silent = Number.POSITIVE_INFINITY;
    server.onPause = () => stop.abort();
    expect((await send(api, undefined, { stop })).outcome).toEqual({ kind: 'cancelled' });
  });

  it('ends whatever goes wrong: nothing is thrown', async () => {
    const { api } = openServer();
    api.send = () => Promise.reject(new Error('a fault of ours'));
    expect((await send(api)).outcome).toEqual({ kind: 'away' });
  });
});
