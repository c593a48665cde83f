/** The browser's line to the gateway: questions over HTTP, streams over one WebSocket, the session renewed. */
import { Client, fetchExchange, type TypedDocumentNode } from '@urql/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { openStream, type Stream } from './live-stream.ts';

export interface GatewayLinkOptions {
  /** Origin of the gateway as browsers reach it. */
  gatewayUrl: string;
  language: 'ar' | 'en';
  /** The line and all its streams work (`up`), something does not (`down`), or something was heard. */
  onNews(news: 'up' | 'down' | 'heard'): void;
  /** Nobody is signed in any more and the session cannot be renewed. */
  onSignedOut(): void;
}

type Variables = Record<string, unknown>;

interface Followed<D, V extends Variables> {
  document: TypedDocumentNode<D, V>;
  /** The variables for following on after a cursor (null: from now on). */
  variables(after: string | null): V;
  cursorOf(data: D): string | null;
  onEvent(data: D): void;
  resync?(): Promise<string | null>;
  after?: string | null;
}

export interface GatewayLink {
  /** The answer, or null when there is none; partial answers count as none. Renews the session once. */
  ask<D, V extends Variables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D | null>;
  follow<D, V extends Variables>(followed: Followed<D, V>): Stream;
  nudge(): void;
  close(): void;
}

const sessionCodes = new Set([4401, 4403]);
const pongWithinMs = 6_000;

export function openGatewayLink(options: GatewayLinkOptions): GatewayLink {
  const endpoint = `${options.gatewayUrl}/graphql`;
  const streams = new Set<Stream>();
  const broken = new Set<object>();
  let socketUp = false;
  let renewing: Promise<void> | null = null;
  let pongTimer: ReturnType<typeof setTimeout> | undefined;

  const http = new Client({
    url: endpoint,
    exchanges: [fetchExchange],
    requestPolicy: 'network-only',
    preferGetMethod: false,
    fetchOptions: { credentials: 'include', headers: { 'accept-language': options.language } },
  });
  const socket = createClient({
    url: endpoint.replace(/^http/, 'ws'),
    connectionParams: { language: options.language },
    retryAttempts: 0,
    keepAlive: 12_000,
    connectionAckWaitTimeout: 8_000,
    on: {
      connected() {
        socketUp = true;
        report();
        // One stream has got through: the others need not sit out their waits.
        for (const stream of streams) stream.nudge();
      },
      closed() {
        socketUp = false;
        clearTimeout(pongTimer);
        report();
      },
      message: () => options.onNews('heard'),
      ping(received) {
        if (!received) pongTimer = setTimeout(() => socket.terminate(), pongWithinMs);
      },
      pong(received) {
        if (received) clearTimeout(pongTimer);
      },
    },
  });

  function report() {
    options.onNews(socketUp && broken.size === 0 ? 'up' : 'down');
  }

  function renew(): Promise<void> {
    renewing ??= renewSession()
      .then((renewed) => {
        if (!renewed) options.onSignedOut();
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  }

  async function ask<D, V extends Variables>(
    document: TypedDocumentNode<D, V>,
    variables: V,
    again = true,
  ): Promise<D | null> {
    const { data, error } = await http.query(document, variables).toPromise();
    if (again && error?.graphQLErrors.some((one) => one.extensions.code === 'UNAUTHENTICATED')) {
      await renew();
      return ask(document, variables, false);
    }
    return error ? null : (data ?? null);
  }

  function follow<D, V extends Variables>(followed: Followed<D, V>): Stream {
    const health = {};
    const stream = openStream<D>({
      after: followed.after ?? null,
      subscribe: (after, sink) =>
        socket.subscribe<D>(
          { query: print(followed.document), variables: { ...followed.variables(after) } },
          {
            next: (result) => {
              if (result.errors?.length) sink.error(codeOf(result.errors));
              else if (result.data) sink.next(result.data);
            },
            error: (problem) => sink.error(codeOf(problem)),
            complete: () => sink.complete(),
          },
        ),
      cursorOf: followed.cursorOf,
      onEvent: followed.onEvent,
      resync: followed.resync ?? (async () => null),
      renew,
      onHealth(healthy) {
        if (healthy) broken.delete(health);
        else broken.add(health);
        report();
      },
    });
    streams.add(stream);
    return {
      nudge: stream.nudge,
      close() {
        streams.delete(stream);
        broken.delete(health);
        stream.close();
      },
    };
  }

  return {
    ask: (document, variables) => ask(document, variables),
    follow,
    nudge() {
      for (const stream of streams) stream.nudge();
    },
    close() {
      for (const stream of streams) stream.close();
      streams.clear();
      clearTimeout(pongTimer);
      void socket.dispose();
    },
  };
}

/** The code of a GraphQL error, or what the way a socket closed stands for. */
function codeOf(problem: unknown): string {
  if (Array.isArray(problem)) {
    const code: unknown = problem[0]?.extensions?.code;
    return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
  }
  if (typeof problem === 'object' && problem !== null && 'code' in problem) {
    return typeof problem.code === 'number' && sessionCodes.has(problem.code) ? 'UNAUTHENTICATED' : 'SOCKET';
  }
  return 'SOCKET';
}

/** Whether the web server could renew the session. While it does not answer, the session counts as alive. */
async function renewSession(): Promise<boolean> {
  try {
    const answer = await fetch('/auth/refresh', { method: 'POST', headers: { accept: 'application/json' } });
    return answer.status !== 401;
  } catch {
    return true;
  }
}
