import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Metrics } from '@bekhedmetkom/platform/telemetry';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authentication, Credentials } from '../authentication/authentication.ts';
import type { Runner } from '../execution/runner.ts';
import { callerKey } from '../limits/caller-key.ts';
import type { ConnectionLimits, Place } from '../limits/connections.ts';
import { ClientSocket, type SocketLimits } from './client-socket.ts';

const subprotocol = 'graphql-transport-ws';
/** A frame may hold this many bytes (security.md S4). */
const maxFrameLength = 64 * 1024;
/** How often sessions and peers are looked at, milliseconds. */
const watchEvery = 1_000;
const heartbeatEvery = 20_000;
/** A socket that has had no operation for this long, milliseconds, makes room for another from its address. */
const idleMakesRoom = 10_000;

export interface SocketServerOptions {
  server: Server;
  path: string;
  runner: Runner;
  authentication: Authentication;
  allowedOrigin(origin: string | undefined): boolean;
  credentials(request: IncomingMessage): Credentials;
  limits: SocketLimits;
  connections: ConnectionLimits;
  metrics: Metrics;
}

export interface SocketServer {
  close(): Promise<void>;
}

/** Serves clients' sockets at one path of the server. */
export function serveSockets(options: SocketServerOptions): SocketServer {
  const { server, runner, authentication, limits, metrics } = options;
  const sockets = new Map<WebSocket, { client: ClientSocket; heard: boolean; caller: string }>();
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameLength,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  });

  const gauge = metrics.gauge('gateway_sockets', 'Sockets of clients');
  const closed = metrics.counter('gateway_sockets_closed_total', 'Sockets that the gateway closed', [
    'reason',
  ]);

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => undefined);
    const refusal = refusalOf(request, options);
    if (refusal) {
      refuse(socket, refusal);
      return;
    }
    const credentials = options.credentials(request);
    const caller = callerKey({ subject: null, client: credentials.client });
    const place = takePlace(caller);
    if (!place) {
      closed.inc({ reason: 'refused' });
      refuse(socket, '429 Too Many Requests', 'retry-after: 30\r\n');
      return;
    }
    socket.once('close', place.leave);
    wss.handleUpgrade(request, socket, head, (ws) => accept(ws, socket, credentials, { caller, place }));
  }

  function takePlace(caller: string): Place | null {
    const place = options.connections.take(caller);
    if (place) return place;
    for (const { client, caller: other } of sockets.values()) {
      if (other !== caller || client.idleFor < idleMakesRoom || client.session?.viewer.subject) continue;
      client.close('tryAgainLater');
      break;
    }
    return options.connections.take(caller);
  }

  function accept(
    ws: WebSocket,
    stream: Duplex,
    credentials: Credentials,
    { caller, place }: { caller: string; place: Place },
  ): void {
    const client = new ClientSocket(ws, stream, {
      runner,
      limits,
      authenticate: (payload) => authentication.authenticate(withPayload(credentials, payload)),
      seemsToHold: authentication.seemsToHold,
      settle: ({ viewer }) => place.moveTo(callerKey(viewer)),
      closed(reason) {
        place.leave();
        closed.inc({ reason });
      },
    });
    const entry = { client, heard: true, caller };
    sockets.set(ws, entry);
    gauge.set(sockets.size);
    ws.on('pong', () => {
      entry.heard = true;
    });
    ws.on('message', () => {
      entry.heard = true;
    });
    ws.on('close', () => {
      sockets.delete(ws);
      gauge.set(sockets.size);
    });
    if (ws.protocol !== subprotocol) client.close('subprotocol');
  }

  async function watchSessions(): Promise<void> {
    for (const { client } of sockets.values()) {
      const { session } = client;
      if (client.stuck) client.close('slowConsumer');
      if (!session || session.viewer.kind === 'anonymous') continue;
      void authentication.stillHolds(session).then((holds) => {
        if (!holds) client.close('sessionEnded');
      });
    }
  }

  function heartbeat(): void {
    for (const [ws, entry] of sockets) {
      if (!entry.heard) ws.terminate();
      entry.heard = false;
      ws.ping();
    }
  }

  server.on('upgrade', upgrade);
  const timers = [setInterval(watchSessions, watchEvery), setInterval(heartbeat, heartbeatEvery)];
  for (const timer of timers) timer.unref();

  return {
    async close() {
      for (const timer of timers) clearInterval(timer);
      server.off('upgrade', upgrade);
      const gone = [...sockets.keys()].map((ws) => new Promise((resolve) => ws.once('close', resolve)));
      for (const { client } of sockets.values()) client.close('goingAway');
      await Promise.all(gone);
      wss.close();
    },
  };
}

function refuse(socket: Duplex, status: string, headers = ''): void {
  socket.end(`HTTP/1.1 ${status}\r\n${headers}connection: close\r\ncontent-length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}

function refusalOf(request: IncomingMessage, options: SocketServerOptions): string | undefined {
  if (request.url?.split('?', 1)[0] !== options.path) return '404 Not Found';
  const { origin, cookie } = request.headers;
  // A browser always says where a page is from; what sends a cookie without is not our page.
  if (origin !== undefined ? !options.allowedOrigin(origin) : cookie !== undefined) return '403 Forbidden';
  return undefined;
}

// Browsers cannot set headers on a socket: the first message carries them.
function withPayload(credentials: Credentials, payload: Record<string, unknown>): Credentials {
  const authorization = payload.authorization ?? payload.Authorization;
  const { language } = payload;
  return {
    ...credentials,
    ...(typeof authorization === 'string' && { authorization }),
    ...((language === 'ar' || language === 'en') && { language }),
  };
}
