import { Fault } from '@bekhedmetkom/platform/errors';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Session } from '../authentication/session.ts';
import type { Graph } from '../graph/graph.ts';
import { guessesIn } from '../limits/attempt-quota.ts';
import { type SubmissionLimits, submissionsIn } from '../limits/submission-limits.ts';
import type { Tries } from '../limits/tracking-attempt-limiter.ts';
import { type Addressee, maskErrors, maskThrown, type Report } from '../operation/masking.ts';
import { withoutStubs } from '../operation/node-existence.ts';
import type { OperationRequest, Operations, Prepared } from '../operation/prepare.ts';
import type { Hub } from '../subscriptions/hub.ts';
import type { Subscriber } from '../subscriptions/subscriber.ts';
import { words } from '../wording/words.ts';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

export interface Runner {
  /** Reads an operation, over whatever transport it came. Throws a Fault or Refused; see `mask`. */
  prepare(request: OperationRequest, session: Session): Prepared;
  /** Executes a query or mutation. Never throws: what goes wrong is in the answer. */
  answer(prepared: Prepared, session: Session, requestId: string): Promise<Answer>;
  /** Hands a subscription to the hub; the returned function ends it. Refusals are told to the subscriber. */
  subscribe(prepared: Prepared, requestId: string, subscriber: Subscriber): Promise<() => void>;
  mask(thrown: unknown, addressee: Addressee): GraphQLFormattedError[];
}

export function openRunner(parts: {
  operations: Operations;
  graph: Graph;
  hub: Hub;
  tries: Tries;
  limits: SubmissionLimits;
  /** Whether anonymous callers may ask about the schema. */
  openSchema: boolean;
  report: Report;
}): Runner {
  const { operations, graph, hub, tries, limits, openSchema, report } = parts;

  async function execute(prepared: Prepared, session: Session, requestId: string): Promise<ExecutionResult> {
    const { operation, variables } = prepared;
    const run = async () => {
      const result = await graph.execute(operation, variables, { viewer: session.viewer, requestId });
      return operation.asksNodes ? withoutStubs(graph.schema, result) : result;
    };
    if (operation.definition.operation === 'mutation') {
      const submissions = submissionsIn(graph.schema, operation, variables);
      if (submissions.size > 0) await limits.submit(session.viewer, submissions);
    }
    const guesses = guessesIn(graph.schema, operation, variables);
    return guesses.size === 0 ? run() : tries.guess(session.viewer, guesses, run);
  }

  /** Counts a refused guess against the caller. */
  function counting(subscriber: Subscriber): Subscriber {
    const { viewer } = subscriber.session;
    return {
      session: subscriber.session,
      next: (payload) => subscriber.next(payload),
      requestReconnect: () => subscriber.requestReconnect(),
      get congested() {
        return subscriber.congested;
      },
      fail(errors) {
        void tries.refused(viewer, errors).then((told) => subscriber.fail(told));
      },
    };
  }

  return {
    prepare(request, session) {
      const prepared = operations.prepare(request);
      if (prepared.operation.introspects && !openSchema && session.viewer.kind === 'anonymous') {
        throw new Fault('FORBIDDEN', words.signInForSchema);
      }
      return prepared;
    },
    async answer(prepared, session, requestId) {
      try {
        const { data, errors } = await execute(prepared, session, requestId);
        if (!errors?.length) return { data: data ?? null };
        const masked = maskErrors(errors, { ...session, requestId }, report);
        // Without data nothing was executed.
        return data === undefined ? { errors: masked } : { errors: masked, data };
      } catch (thrown) {
        return { errors: maskThrown(thrown, { ...session, requestId }, report) };
      }
    },
    async subscribe({ operation, variables }, requestId, subscriber) {
      try {
        const guesses = guessesIn(graph.schema, operation, variables).size > 0;
        return hub.subscribe(operation, variables, requestId, guesses ? counting(subscriber) : subscriber);
      } catch (thrown) {
        subscriber.fail(maskThrown(thrown, { ...subscriber.session, requestId }, report));
        return () => undefined;
      }
    },
    mask: (thrown, addressee) => maskThrown(thrown, addressee, report),
  };
}
