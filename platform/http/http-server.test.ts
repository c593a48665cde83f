import { connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openMetrics } from '../telemetry/telemetry.ts';
import { makeHttpServer, serveMetrics } from './http.ts';

async function open(isLarge = false) {
  const finished: string[] = [];
  const server = makeHttpServer(
    (request, response) => {
      request.resume().once('end', () => {
        finished.push(request.url ?? '');
        response.end('taken');
      });
    },
    isLarge ? { isLarge: ({ url }) => url === '/large' } : {},
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('it does not listen');
  /** Sends the beginning of a request; resolves when the other side has closed the connection. */
  const begin = (text: string) => {
    const socket = connect(address.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(text);
    return { socket, closed: new Promise<void>((resolve) => socket.once('close', () => resolve())) };
  };
  return { server, finished, begin, url: `http://127.0.0.1:${address.port}` };
}

describe('an HTTP server of ours', () => {
  it('has the limits for slow senders that every program must have', async () => {
    const { server } = await open();
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout + 2_000).toBeLessThanOrEqual(30_000);
  });

  it('cuts a body off that does not come, large or not, and takes one that comes steadily', async () => {
    const { begin, finished } = await open(true);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const head = (path: string, length: number) =>
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n`;
    const small = begin(`${head('/small', 100)}a`);
    const trickle = begin(`${head('/large', 1_000_000)}a`);
    const steady = begin(head('/large', 200_000));
    const pause = () => new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; i < 50; i += 1) await pause();
    for (let second = 0; second < 40; second += 1) {
      steady.socket.write('b'.repeat(4_000));
      trickle.socket.write('a');
      for (let i = 0; i < 5; i += 1) await pause();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await Promise.all([small.closed, trickle.closed]);
    steady.socket.write('b'.repeat(40_000));
    await vi.waitFor(() => expect(finished).toEqual(['/large']));
  });
});

describe('metrics', () => {
  it('are served at a port of their own, those of several programs together', async () => {
    const of = ['one', 'two'].map((program) => openMetrics(program));
    of[0]?.counter('things_total', 'Things').inc();
    const served = await serveMetrics({ host: '127.0.0.1', port: 0, of });
    onTestFinished(() => served.close());
    const text = await (await fetch(`${served.url}/metrics`)).text();
    expect(text).toContain('things_total{program="one"} 1');
    expect(text).toContain('program="two"');
    expect((await fetch(served.url)).status).toBe(404);
  });
});
