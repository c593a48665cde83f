/** The browser's line to the gateway: questions over HTTP, streams over one WebSocket, the session renewed. */
import { Client, fetchExchange, type TypedDocumentNode } from '@urql/core';
import { print } from 'graphql';
import { type ClientOptions, createClient } from 'graphql-ws';
import { openGate } from './connection-gate.ts';
import { openStream, type Stream } from './live-stream.ts';
import { codeOf, codeWithoutData } from './problem-code.ts';
import { renewSession } from './session-renewal.ts';

export interface GatewayLinkOptions {
  /** Origin of the gateway as browsers reach it. */
  gatewayUrl: string;
  language: 'ar' | 'en';
  /** The line and all its streams work (`up`), something does not (`down`), or something was heard. */
  onNews(news: 'up' | 'down' | 'heard'): void;
  /** Nobody is signed in any more and the session cannot be renewed. */
  onSignedOut(): void;
  /** Whether the session could be renewed; by default the web server is asked. */
  renewSession?(): Promise<boolean>;
  /** What a program that is no browser sends along to be known by. */
  socket?: Pick<ClientOptions, 'connectionParams' | 'webSocketImpl'>;
}

type Variables = Record<string, unknown>;

interface Followed<D, V extends Variables> {
  document: TypedDocumentNode<D, V>;
  /** The variables for following on after a cursor (null: from now on). */
  variables(after: string | null): V;
  cursorOf(data: D): string | null;
  onEvent(data: D): void;
  /** The cursor at which the screen can be read anew; rejects when that is not known now. */
  resync?(): Promise<string | null>;
  after?: string | null;
}

export interface GatewayLink {
  /** The answer, also one of which parts are missing; null when there is none. Renews the session once. */
  ask<D, V extends Variables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D | null>;
  follow<D, V extends Variables>(followed: Followed<D, V>): Stream;
  /**
   * Somebody looks, or the network is back: waiting streams try now, and a socket that has long been silent is
   * let go. `revived`: the page was frozen, its socket is dead whatever it says.
   */
  retryNow(revived?: boolean): void;
  /** The browser says that there is no network. */
  offline(): void;
  close(): void;
}

const pingEveryMs = 5_000;
const pongWithinMs = 3_000;
const answerWithinMs = 10_000;
/** A socket that was silent for longer than this, pongs included, is not believed after a sleep. */
const silentMs = pingEveryMs + pongWithinMs + 2_000;
/** A socket is kept this long after its last stream, so that pages may change streams on it. */
const idleSocketMs = 30_000;

export function openGatewayLink(options: GatewayLinkOptions): GatewayLink {
  const endpoint = `${options.gatewayUrl}/graphql`;
  const gate = openGate();
  const streams = new Set<Stream>();
  const broken = new Set<object>();
  let socketUp = false;
  let heardAt = 0;
  let renewing: Promise<boolean> | null = null;
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  let signedOut: (() => void)[] = [];

  const http = new Client({
    url: endpoint,
    exchanges: [fetchExchange],
    requestPolicy: 'network-only',
    preferGetMethod: false,
    fetchOptions: { credentials: 'include', headers: { 'accept-language': options.language } },
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) }),
  });
  const heard = () => {
    heardAt = Date.now();
  };
  const socket = createClient({
    url: endpoint.replace(/^http/, 'ws'),
    connectionParams: { language: options.language },
    retryAttempts: 0,
    lazyCloseTimeout: idleSocketMs,
    keepAlive: pingEveryMs,
    connectionAckWaitTimeout: 8_000,
    ...options.socket,
    on: {
      connected() {
        socketUp = true;
        heard();
        gate.opened();
        report();
      },
      closed() {
        socketUp = false;
        clearTimeout(pongTimer);
        gate.closed();
        report();
      },
      message() {
        heard();
        options.onNews('heard');
      },
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

  /** Whether the session is alive; asked once for all who want to know at the same time. */
  function renewed(): Promise<boolean> {
    renewing ??= (options.renewSession ?? renewSession)().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  /** Resolves when it makes sense to try again: the session is alive, or somebody looks. */
  async function renew(): Promise<void> {
    if (await renewed()) return gate.retryNow();
    options.onSignedOut();
    await new Promise<void>((resolve) => signedOut.push(resolve));
  }

  async function ask<D, V extends Variables>(
    document: TypedDocumentNode<D, V>,
    variables: V,
    again = true,
  ): Promise<D | null> {
    const { data, error } = await http.query(document, variables).toPromise();
    if (again && error?.graphQLErrors.some((one) => one.extensions.code === 'UNAUTHENTICATED')) {
      if (await renewed()) return ask(document, variables, false);
      options.onSignedOut();
      return null;
    }
    return data ?? null;
  }

  function follow<D, V extends Variables>(followed: Followed<D, V>): Stream {
    const health = {};
    const stream = openStream<D>({
      after: followed.after ?? null,
      pass: gate.pass,
      subscribe: (after, sink) =>
        socket.subscribe<D>(
          { query: print(followed.document), variables: { ...followed.variables(after) } },
          {
            // What came is shown, whatever is missing of it; only an event without any data is a break.
            next: ({ data, errors }) => (data ? sink.next(data) : sink.error(codeWithoutData(errors))),
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
      retryNow: stream.retryNow,
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
    retryNow(revived = false) {
      if (socketUp && (revived || Date.now() - heardAt > silentMs)) socket.terminate();
      const waiting = signedOut;
      signedOut = [];
      for (const resolve of waiting) resolve();
      gate.retryNow();
      for (const stream of streams) stream.retryNow();
    },
    offline() {
      gate.offline();
      if (socketUp) socket.terminate();
      options.onNews('down');
    },
    close() {
      for (const stream of streams) stream.close();
      streams.clear();
      gate.close();
      clearTimeout(pongTimer);
      void socket.dispose();
    },
  };
}
