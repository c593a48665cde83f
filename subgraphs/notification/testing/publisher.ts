/** The programs that this one follows and asks, over real HTTP, with their door guarded as it is. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openVerifier } from '@bekhedmetkom/platform/auth';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';

export interface TestPublisher {
  url: string;
  /** Makes an event the next of the log. */
  log(event: LoggedEvent): void;
  /** Answers GraphQL. */
  answer: (variables: Record<string, unknown>) => unknown;
  /** Subjects and kinds of whoever asked. */
  callers: string[];
  close(): Promise<void>;
}

export async function openTestPublisher(audience: string, publicKey: string): Promise<TestPublisher> {
  const verifier = await openVerifier(publicKey, audience);
  const events: LoggedEvent[] = [];
  const publisher: TestPublisher = {
    url: '',
    log: (event) => events.push({ ...event, position: events.length + 1 }),
    answer: () => ({ data: null }),
    callers: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function reply(url: URL, token: string, body: string): Promise<[status: number, content: unknown]> {
    const viewer = await verifier.verify(token).catch(() => null);
    if (!viewer) return [401, { errors: [] }];
    publisher.callers.push(`${viewer.kind} ${viewer.subject}`);
    if (url.pathname === '/graphql') return [200, publisher.answer(JSON.parse(body).variables)];
    const after = Number(url.searchParams.get('after'));
    return [200, { events: events.slice(after, after + 200), head: events.length, first: 1 }];
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://here');
    const token = String(request.headers['x-internal-identity'] ?? '');
    const [status, content] = await reply(url, token, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  publisher.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return publisher;
}
