import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { now, work } from './worker.ts';

// The peer of the fan-out: `ws`, a loop, and nothing else.
let server: WebSocketServer;

work({
  async start() {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  broadcast(text: string) {
    const began = now();
    const bytes = Buffer.from(text);
    for (const client of server.clients) client.send(bytes, { binary: false });
    return began;
  },
  memory() {
    globalThis.gc?.();
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
});
