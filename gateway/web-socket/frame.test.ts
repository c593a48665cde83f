import { describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './frame.ts';

describe('a frame', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
    'of %i bytes is read by a client as it was meant',
    async (length) => {
      const body = 'é'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);
      const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
      server.on('connection', (_, request) => {
        const parts = { head: Buffer.from('<'), body: Buffer.from(body), tail: Buffer.from('>') };
        request.socket.write(textFrame(parts));
      });
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as { port: number };
      const client = new WebSocket(`ws://127.0.0.1:${port}`);
      const text = await new Promise((resolve) =>
        client.once('message', (data, binary) => resolve([String(data), binary])),
      );
      expect(text).toEqual([`<${body}>`, false]);
      client.terminate();
      server.close();
    },
  );
});
