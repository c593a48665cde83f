import { Fault } from '@bekhedmetkom/platform/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Graph } from '../graph/graph.ts';
import { maskError, maskThrown, type Report } from '../plugins/masking.ts';
import type { Session } from '../plugins/session.ts';
import { guessesOf, type Tries, wrongGuesses } from '../plugins/tracking-tries.ts';
import type { Hub } from '../subscriptions/hub.ts';
import type { Subscriber } from '../subscriptions/subscriber.ts';
import type { Operation, OperationRequest, Operations } from './prepare.ts';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** An operation that may run, with its variables. */
export interface Prepared {
  operation: Operation;
  variables: Record<string, unknown>;
}

/** How long after its start a subscription that was not refused counts as a right guess, milliseconds. */
const guessSettledAfter = 3_000;

export interface Runner {
  /** Reads an operation, over whatever transport it came. Throws a Fault or Refused; see `mask`. */
  prepare(request: OperationRequest, session: Session): Prepared;
  /** Executes a query or mutation. Never throws: what goes wrong is in the answer. */
  answer(prepared: Prepared, session: Session, requestId: string): Promise<Answer>;
  /** Hands a subscription to the hub; the returned function ends it. Refusals are told to the subscriber. */
  subscribe(prepared: Prepared, requestId: string, subscriber: Subscriber): Promise<() => void>;
  mask(thrown: unknown, requestId: string): GraphQLFormattedError[];
}

export function openRunner(parts: {
  operations: Operations;
  graph: Graph;
  hub: Hub;
  tries: Tries;
  /** Whether anonymous callers may ask about the schema. */
  openSchema: boolean;
  report: Report;
}): Runner {
  const { operations, graph, hub, tries, openSchema, report } = parts;
  const take = ({ operation }: Prepared, session: Session) =>
    tries.take(session.viewer.client ?? '', guessesOf(graph.schema, operation));

  return {
    prepare(request, session) {
      const operation = operations.prepare(request);
      if (operation.introspects && !openSchema && session.viewer.kind === 'anonymous') {
        throw new Fault('FORBIDDEN', 'Please sign in to read the schema.');
      }
      return { operation, variables: operations.variables(operation, request.variables) };
    },
    async answer(prepared, session, requestId) {
      try {
        const giveBack = await take(prepared, session);
        const caller = { viewer: session.viewer, requestId };
        const { data, errors } = await graph.execute(prepared.operation, prepared.variables, caller);
        giveBack(wrongGuesses(errors));
        if (!errors?.length) return { data: data ?? null };
        return { errors: errors.map((error) => maskError(error, requestId, report)), data: data ?? null };
      } catch (thrown) {
        return { errors: maskThrown(thrown, requestId, report) };
      }
    },
    async subscribe(prepared, requestId, subscriber) {
      try {
        const giveBack = await take(prepared, subscriber.session);
        const settled = setTimeout(giveBack, guessSettledAfter, new Set<string>());
        settled.unref();
        return hub.subscribe(prepared.operation, prepared.variables, requestId, {
          session: subscriber.session,
          next: (payload) => subscriber.next(payload),
          comeAgain: () => subscriber.comeAgain(),
          get congested() {
            return subscriber.congested;
          },
          fail(errors) {
            if (errors.some((error) => error.extensions?.code === 'NOT_FOUND')) clearTimeout(settled);
            subscriber.fail(errors);
          },
        });
      } catch (thrown) {
        subscriber.fail(maskThrown(thrown, requestId, report));
        return () => undefined;
      }
    },
    mask: (thrown, requestId) => maskThrown(thrown, requestId, report),
  };
}
