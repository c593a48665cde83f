import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type ExecutionArgs, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { now, work } from './worker.ts';

// The server of graphql-ws as its documentation sets it up, with events that are serialised once for all clients.
const schema = buildSchema('type Query { a: Int } type Subscription { events: Int }');
const document = parse('subscription { events }');

/** What stands for the event in a message until its bytes are put there. */
const placeholder = '\u0001';
const asSerialised = JSON.stringify(placeholder);
const messageEnd = `${asSerialised}}`;
let bytes = Buffer.alloc(0);
const event = { data: null, toJSON: () => placeholder };

class SplicingWebSocket extends WebSocket {
  override send(data: RawData | string, ...rest: unknown[]): void {
    const isEvent = typeof data === 'string' && data.endsWith(messageEnd);
    const message = isEvent ? withBytes(data) : data;
    const callback = rest.at(-1) as ((error?: Error) => void) | undefined;
    super.send(message, { binary: false }, callback);
  }
}

function withBytes(message: string): Buffer {
  return Buffer.concat([Buffer.from(message.slice(0, -messageEnd.length)), bytes, Buffer.from('}')]);
}

type Result = IteratorResult<typeof event, undefined>;
const waiting = new Set<(result: Result) => void>();

/** The events of one client; none is lost, as the next is only sent when all have had the last. */
function eventsOfOne(): AsyncIterableIterator<typeof event, undefined> {
  const events: AsyncIterableIterator<typeof event, undefined> = {
    next: () => new Promise((resolve) => void waiting.add(resolve)),
    return: async () => ({ done: true, value: undefined }),
    [Symbol.asyncIterator]: () => events,
  };
  return events;
}

work({
  async start() {
    const http = createServer();
    const server = new WebSocketServer({
      server: http,
      perMessageDeflate: false,
      WebSocket: SplicingWebSocket,
    });
    useServer(
      {
        onSubscribe: (): ExecutionArgs => ({ schema, document }),
        subscribe: eventsOfOne,
      },
      server,
    );
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
  /** `text` is a whole message of another client, whose event is taken. */
  broadcast(text: string) {
    bytes = Buffer.from(JSON.stringify(JSON.parse(text).payload));
    const began = now();
    const all = [...waiting];
    waiting.clear();
    for (const resolve of all) resolve({ done: false, value: event });
    return began;
  },
});
