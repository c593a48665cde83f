import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postJson } from './post-json.ts';

async function serve(answer: (request: IncomingMessage, response: ServerResponse, nth: number) => void) {
  const sockets = new Set<Socket>();
  let nth = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => answer(request, response, ++nth));
  });
  server.on('connection', (socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const post = (timeout = 60_000) => postJson(url, '{"a":1}', { headers: {}, timeout, agent });
  return { post, sockets, asked: () => nth, server };
}

describe('posting to an upstream', () => {
  it('gives its answer, whatever its status, on one kept connection', async () => {
    const { post, sockets } = await serve((_, response, nth) =>
      response.writeHead(nth === 1 ? 500 : 200).end(JSON.stringify({ nth })),
    );
    expect(await post()).toEqual({ nth: 1 });
    expect(await post()).toEqual({ nth: 2 });
    expect(sockets.size).toBe(1);
  });

  it('says when nobody took it', async () => {
    const { post, server } = await serve((_, response) => response.end('{}'));
    await new Promise((resolve) => server.close(resolve));
    await expect(post()).rejects.toMatchObject({ reason: 'refused' });
  });

  it('says when there was no answer in time, at any point of it', async () => {
    const { post } = await serve((_, response, nth) => {
      if (nth === 2) response.writeHead(200).write('{');
    });
    await expect(post(50)).rejects.toMatchObject({ reason: 'late' });
    await expect(post(50)).rejects.toMatchObject({ reason: 'late' });
  });

  it('says when a kept connection was closed by the other side', async () => {
    const { post } = await serve((request, response, nth) => {
      if (nth === 1) response.end('{}');
      else request.socket.destroy();
    });
    await post();
    await expect(post()).rejects.toMatchObject({ reason: 'stale' });
  });

  it('says when it may have arrived: the connection was new, or the answer had begun', async () => {
    const fresh = await serve((request) => request.socket.destroy());
    await expect(fresh.post()).rejects.toMatchObject({ reason: 'broken' });
    const begun = await serve((request, response, nth) => {
      if (nth === 1) {
        response.end('{}');
        return;
      }
      response.writeHead(200, { 'content-length': 100 }).write('{"a":');
      setImmediate(() => request.socket.destroy());
    });
    await begun.post();
    await expect(begun.post()).rejects.toMatchObject({ reason: 'broken' });
  });

  it('takes no answer that is no JSON', async () => {
    const { post } = await serve((_, response) => response.end('<html>'));
    await expect(post()).rejects.toMatchObject({ reason: 'broken' });
  });
});
