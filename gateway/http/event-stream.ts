import type { ServerResponse } from 'node:http';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Authentication } from '../authentication/authentication.ts';
import type { Session } from '../authentication/session.ts';
import type { Answer, Runner } from '../execution/runner.ts';
import { callerKey } from '../limits/caller-key.ts';
import type { ConnectionLimits } from '../limits/connections.ts';
import type { Prepared } from '../operation/prepare.ts';
import { words } from '../wording/words.ts';
import { streamType } from './negotiate.ts';

/** Bytes that may wait for a client who reads too slowly. */
const maxWaiting = 1024 * 1024;
const watchEvery = 1_000;
const commentEvery = 15_000;
const before = Buffer.from('event: next\ndata: ');
const after = Buffer.from('\n\n');
const complete = 'event: complete\ndata: \n\n';

/**
 * Serves operations as server-sent events (graphql-sse, distinct connections): `next` with each result,
 * then `complete`. Subscriptions come from the same hub as those of sockets.
 */
export function openEventStreams(
  runner: Runner,
  authentication: Authentication,
  connections: ConnectionLimits,
) {
  const open = new Set<ServerResponse>();

  function begin(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': `${streamType}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
  }

  const write = (response: ServerResponse, payload: Buffer) =>
    response.write(Buffer.concat([before, payload, after]));
  const serialise = (answer: Answer) => Buffer.from(JSON.stringify(answer));

  return {
    async answer(
      response: ServerResponse,
      prepared: Prepared,
      session: Session,
      requestId: string,
    ): Promise<void> {
      if (prepared.operation.definition.operation !== 'subscription') {
        const answer = await runner.answer(prepared, session, requestId);
        if (response.destroyed) return;
        begin(response);
        write(response, serialise(answer));
        response.end(complete);
        return;
      }
      const place = connections.take(callerKey(session.viewer));
      if (!place) {
        const retryAfter = 30;
        throw new Fault('RATE_LIMITED', words.tooManyConnections(retryAfter), { extensions: { retryAfter } });
      }
      begin(response);
      open.add(response);
      let leave: (() => void) | undefined;
      let ended = false;
      const end = (errors?: readonly GraphQLFormattedError[]) => {
        if (ended) return;
        ended = true;
        clearInterval(watching);
        clearInterval(commenting);
        open.delete(response);
        place.leave();
        leave?.();
        if (response.destroyed) return;
        if (errors) write(response, serialise({ errors }));
        response.end(complete);
      };
      const expired = () =>
        end([
          {
            message: words.sessionEnded[session.viewer.language],
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ]);
      const watching = setInterval(() => {
        void authentication.stillHolds(session).then((holds) => {
          if (!holds) expired();
        });
      }, watchEvery);
      const commenting = setInterval(() => response.write(':\n\n'), commentEvery);
      response.on('close', () => end());
      leave = await runner.subscribe(prepared, requestId, {
        session,
        next(payload) {
          if (ended) return;
          if (!authentication.seemsToHold(session)) expired();
          // Whoever does not read is cut off, and comes back with the last cursor that it saw.
          else if (response.writableLength > maxWaiting) response.destroy();
          else write(response, payload);
        },
        fail: (errors) => end(errors),
        requestReconnect: () => response.destroy(),
        get congested() {
          return response.writableNeedDrain;
        },
      });
      if (ended) leave();
    },
    /** Cuts all streams off; clients come again, elsewhere. */
    close(): void {
      for (const response of open) response.destroy();
    },
  };
}

export type EventStreams = ReturnType<typeof openEventStreams>;
