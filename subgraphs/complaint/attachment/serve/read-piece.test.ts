import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readPiece } from './read-piece.ts';

const limits = { bytes: 1_000, maxMs: 400, silentMs: 200 };

/** What the server reads of a body that is sent as `write` does, and never ended. */
async function readSlowly(write: (send: (text: string) => void) => () => void): Promise<string> {
  const read = Promise.withResolvers<string>();
  const server = createServer(async (incoming, response) => {
    const piece = await readPiece(incoming, limits);
    read.resolve(piece === 'TOO_LARGE' ? piece : piece.toString());
    response.shouldKeepAlive = incoming.complete;
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const sender = request({ port, method: 'PATCH', headers: { 'content-length': 900 } });
  const closed = new Promise<void>((resolve) => sender.once('close', resolve));
  sender.on('error', () => {});
  const stop = write((text) => void sender.write(text));
  const result = await read.promise;
  await closed;
  stop();
  return result;
}

it('a sender that falls silent is answered with what arrived, and let go', async () => {
  expect(
    await readSlowly((send) => {
      send('first');
      return () => {};
    }),
  ).toBe('first');
});

it('a sender that drips for ever is answered with what arrived, and let go', async () => {
  const text = await readSlowly((send) => {
    const timer = setInterval(() => send('x'), 20);
    return () => clearInterval(timer);
  });
  expect(text).toMatch(/^x+$/);
});
