import type { GraphQLFormattedError } from 'graphql';
import { WebSocket } from 'ws';
import { waitLimitMs } from '../../test/harness/wait-limit.ts';

export interface Reply {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

/** Posts one operation to a gateway. */
export async function post(
  url: string,
  query: string,
  options: { variables?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...options.headers,
    },
    body: JSON.stringify({ query, variables: options.variables }),
  });
  const body = (await response.json()) as Pick<Reply, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...body };
}

export interface SocketMessage {
  id?: string;
  type: string;
  payload?: unknown;
}

/** A client's socket that keeps all that it is sent. */
export class ToySocket {
  readonly messages: SocketMessage[] = [];
  closed: { code: number; reason: string } | undefined;
  /** Status of a refused handshake. */
  refused: number | undefined;
  readonly socket: WebSocket;
  readonly #watchers = new Set<() => void>();

  constructor(url: string, options: { headers?: Record<string, string>; protocol?: string } = {}) {
    this.socket = new WebSocket(
      `${url.replace('http', 'ws')}/graphql`,
      options.protocol ?? 'graphql-transport-ws',
      {
        headers: options.headers ?? {},
      },
    );
    this.socket.on('message', (data) => this.#note(() => this.messages.push(JSON.parse(String(data)))));
    this.socket.on('close', (code, reason) =>
      this.#note(() => {
        this.closed = { code, reason: String(reason) };
      }),
    );
    this.socket.on('unexpected-response', (_request, response) =>
      this.#note(() => {
        this.refused = response.statusCode;
        response.destroy();
      }),
    );
    this.socket.on('error', () => {});
  }

  static async open(
    url: string,
    payload: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<ToySocket> {
    const socket = new ToySocket(url, { headers });
    await socket.opened();
    socket.send({ type: 'connection_init', payload });
    await socket.until(
      () => socket.messages.some((message) => message.type === 'connection_ack') || socket.closed,
    );
    return socket;
  }

  opened(): Promise<void> {
    return new Promise((resolve) => this.socket.once('open', () => resolve()));
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: Record<string, unknown>): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** What came for one operation, in order. */
  of(id: string): SocketMessage[] {
    return this.messages.filter((message) => message.id === id);
  }

  /** The values at one field of all results of a subscription. */
  events<T = Record<string, unknown>>(id: string, field: string): T[] {
    return this.of(id)
      .filter((message) => message.type === 'next')
      .map((message) => (message.payload as { data: Record<string, T> }).data?.[field] as T);
  }

  /** Waits until something holds. Throws after the limit of waiting, with what had come. */
  until(holds: () => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        reject(
          new Error(
            `It did not happen within ${waitLimitMs} ms; came: ${JSON.stringify([this.messages, this.closed])}`,
          ),
        );
      }, waitLimitMs);
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  close(): void {
    this.socket.terminate();
  }

  #note(change: () => void): void {
    change();
    for (const look of this.#watchers) look();
  }
}

export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
