import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { eventually } from '../../test/harness/eventually.ts';
import { type Ending, EventSocket } from './event-socket.ts';

const times = { handshake: 300, ping: 100, pong: 200, empty: 200 };

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A subgraph that answers as `answer` says, and all that it was told. */
async function openPeer(answer: (socket: WebSocket, message: Message) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const told: Message[] = [];
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    socket.on('message', (data) => {
      const message: Message = JSON.parse(String(data));
      told.push(message);
      answer(socket, message);
    });
  });
  onTestFinished(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const url = new URL(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  return { url, told, clients: server.clients, connections: () => connections };
}

const say = (socket: WebSocket, message: Message): void => socket.send(JSON.stringify(message));
/** Takes every connection, and answers pings. */
const takes = (socket: WebSocket, { type }: Message): void => {
  if (type === 'connection_init') say(socket, { type: 'connection_ack' });
  if (type === 'ping') say(socket, { type: 'pong' });
};

function open(url: URL) {
  const closings: boolean[] = [];
  const socket = new EventSocket({
    url,
    identity: async () => 'signed',
    onClose: (lost) => closings.push(lost),
    times,
  });
  onTestFinished(() => socket.close());
  return { socket, closings };
}

function follow(socket: EventSocket) {
  const events: unknown[] = [];
  const endings: Ending[] = [];
  let begun = 0;
  const stop = socket.subscribe(
    { query: 'subscription { events }' },
    {
      begun: () => {
        begun += 1;
      },
      next: (event) => events.push(event),
      end: (ending) => endings.push(ending),
    },
  );
  return { events, endings, stop, begun: () => begun };
}

describe('a connection to a subgraph', () => {
  it('carries many streams under one identity, each to its own end', async () => {
    const peer = await openPeer((socket, message) => {
      takes(socket, message);
      if (message.type !== 'subscribe') return;
      const { id } = message;
      say(socket, { type: 'next', id, payload: { data: { events: 1 } } });
      const errors = [{ message: 'not for you' }];
      say(socket, peer.told.length > 2 ? { type: 'error', id, payload: errors } : { type: 'complete', id });
    });
    const { socket } = open(peer.url);
    const [first, second] = [follow(socket), follow(socket)];
    await eventually(async () => expect(second.endings).toHaveLength(1));
    expect(first.endings).toEqual([{ kind: 'complete' }]);
    expect(second.endings).toEqual([{ kind: 'refused', errors: [{ message: 'not for you' }] }]);
    expect([first.events, first.begun(), second.begun()]).toEqual([[{ data: { events: 1 } }], 1, 1]);
    expect(peer.told[0]).toEqual({ type: 'connection_init', payload: { identity: 'signed' } });
    expect(peer.connections()).toBe(1);
  });

  it('tells a subgraph that a stream is not wanted any more, and the stream nothing', async () => {
    const peer = await openPeer(takes);
    const { socket } = open(peer.url);
    const stream = follow(socket);
    follow(socket);
    await eventually(async () => expect(peer.told).toHaveLength(3));
    stream.stop();
    await eventually(async () => expect(peer.told.at(-1)?.type).toBe('complete'));
    expect(stream.endings).toEqual([]);
  });

  it('is closed when it has had no stream for a while, and is not lost by that', async () => {
    const peer = await openPeer(takes);
    const { socket, closings } = open(peer.url);
    const stream = follow(socket);
    await eventually(async () => expect(stream.begun()).toBe(1));
    stream.stop();
    await eventually(async () => expect(closings).toEqual([false]));
    expect(socket.closed).toBe(true);
    await eventually(async () => expect(peer.clients.size).toBe(0));
  });

  it('stays while the subgraph answers, though it has nothing to say', async () => {
    const peer = await openPeer(takes);
    const { socket, closings } = open(peer.url);
    follow(socket);
    const pings = () => peer.told.filter(({ type }) => type === 'ping').length;
    await eventually(async () => expect(pings()).toBeGreaterThan(5));
    expect(closings).toEqual([]);
  });

  const silences: [string, (socket: WebSocket, message: Message) => void][] = [
    ['never takes it', () => {}],
    ['falls silent', (socket, message) => message.type === 'connection_init' && takes(socket, message)],
    ['answers nonsense', (socket) => socket.send('nonsense')],
    ['is gone', (socket, { type }) => type === 'connection_init' && socket.terminate()],
    [
      'closes it in order',
      (socket, message) => {
        takes(socket, message);
        if (message.type === 'subscribe') socket.close(1000);
      },
    ],
    ['does not know who asks', (socket) => socket.close(4403)],
  ];
  it.each(silences)('to one that %s is lost once, and is not opened again by itself', async (_, answer) => {
    const peer = await openPeer(answer);
    const { socket, closings } = open(peer.url);
    const stream = follow(socket);
    await eventually(async () => expect(stream.endings).toEqual([{ kind: 'lost' }]));
    expect(closings).toEqual([true]);
    expect(socket.closed).toBe(true);
    await eventually(async () => expect(peer.clients.size).toBe(0));
    expect(peer.connections()).toBe(1);
  });

  it('that nobody takes is lost', async () => {
    const { socket, closings } = open(new URL('ws://127.0.0.1:9/graphql'));
    const stream = follow(socket);
    await eventually(async () => expect(stream.endings).toEqual([{ kind: 'lost' }]));
    expect(closings).toEqual([true]);
  });
});
