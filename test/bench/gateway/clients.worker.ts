import { WebSocket } from 'ws';
import { now, work } from './worker.ts';

interface Group {
  sockets: WebSocket[];
  received: number;
  sample: string;
  last: number;
  done: PromiseWithResolvers<void> | undefined;
}

const groups = new Map<string, Group>();

function groupOf(name: string): Group {
  const group = groups.get(name) ?? { sockets: [], received: 0, sample: '', last: 0, done: undefined };
  groups.set(name, group);
  return group;
}

function note(group: Group, text: string): void {
  group.received += 1;
  group.sample = text;
  if (group.received < group.sockets.length) return;
  group.last = now();
  group.done?.resolve();
}

interface Opening {
  group: string;
  url: string;
  count: number;
  /** What to say to a gateway; a bare server is told nothing. */
  init?: Record<string, unknown>;
  query?: string;
  /** Given to the query as its variable `$number`, one more for each socket. */
  from?: number;
}

function openOne(group: Group, { url, init, query, from }: Opening, number: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, init ? 'graphql-transport-ws' : [], {
      perMessageDeflate: false,
    });
    group.sockets.push(socket);
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('open', () => {
      if (init) socket.send(JSON.stringify({ type: 'connection_init', payload: init }));
      else resolve();
    });
    socket.on('message', (data: Buffer) => {
      if (!init || data.includes('"type":"next"')) {
        note(group, String(data));
        return;
      }
      if (data.includes('"type":"connection_ack"')) {
        const id = crypto.randomUUID();
        const payload = { query, ...(from !== undefined && { variables: { number: String(number) } }) };
        socket.send(JSON.stringify({ id, type: 'subscribe', payload }));
        resolve();
      } else if (data.includes('"type":"error"')) reject(new Error(String(data)));
    });
  });
}

work({
  async open(opening: Opening) {
    const group = groupOf(opening.group);
    for (let opened = 0; opened < opening.count; opened += 50) {
      const many = Math.min(50, opening.count - opened);
      const from = (opening.from ?? 0) + opened;
      await Promise.all(Array.from({ length: many }, (_, i) => openOne(group, opening, from + i)));
    }
  },
  /** Forgets what came before. */
  expect(name: string) {
    const group = groupOf(name);
    group.received = 0;
    group.done = Promise.withResolvers();
  },
  /** Waits until every socket has had one message; answers when the last had it, and with the message. */
  async all(name: string) {
    const group = groupOf(name);
    await group.done?.promise;
    return { last: group.last, sample: group.sample };
  },
  close(name: string) {
    const group = groupOf(name);
    for (const socket of group.sockets) {
      socket.removeAllListeners('close');
      socket.terminate();
    }
    groups.delete(name);
  },
});
