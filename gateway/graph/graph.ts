import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Operation } from '../operation/prepare.ts';
import type { Caller, Subgraph, SubgraphRequest } from '../upstream/subgraph.ts';
import { makeLibraryLogger } from './library-logger.ts';
import { type GraphContext, makeTransport } from './transport.ts';

/** The part of a subscription that its subgraph sees. */
interface EventSource {
  subgraph: Subgraph;
  request: SubgraphRequest;
}

export interface Graph {
  /** What clients may ask, without what is internal. */
  schema: GraphQLSchema;
  execute(operation: Operation, variables: Record<string, unknown>, caller: Caller): Promise<ExecutionResult>;
  /** Finds which subgraph to ask for the events of a subscription, and what. */
  eventSource(operation: Operation, variables: Record<string, unknown>, caller: Caller): Promise<EventSource>;
  /** Completes one raw event of the source with what other subgraphs know. */
  completeEvent(
    operation: Operation,
    variables: Record<string, unknown>,
    caller: Caller,
    event: ExecutionResult,
  ): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/**
 * Opens the federated graph over a composed supergraph, ready to execute.
 *
 * Subscriptions do not go through the library's own: it keeps one execution for all events, so that an
 * error of one event is repeated with every later one, and an event without data repeats the data of the
 * one before. Here every event is an execution of its own.
 */
export async function openGraph(options: {
  supergraph: string;
  subgraphs: ReadonlyMap<string, Subgraph>;
  logger: Logger;
}): Promise<Graph> {
  const { supergraph, subgraphs, logger } = options;
  const runtime = createGatewayRuntime({
    supergraph,
    unifiedGraphHandler,
    transports: { http: makeTransport(subgraphs, logger) },
    logging: makeLibraryLogger(),
    // Our own error texts and masking; the planner already batches.
    subgraphErrors: false,
    maskedErrors: false,
    requestId: false,
    __experimental__batchExecution: false,
    graphiql: false,
    landingPage: false,
  });
  const schema = await runtime.getSchema();

  async function run(
    operation: Operation,
    variables: Record<string, unknown>,
    context: GraphContext,
  ): Promise<ExecutionResult> {
    const enveloped = runtime.getEnveloped({ graph: context });
    const contextValue = await enveloped.contextFactory();
    const execute =
      operation.definition.operation === 'subscription' ? enveloped.subscribe : enveloped.execute;
    return execute({
      schema,
      document: operation.document satisfies DocumentNode,
      operationName: operation.name,
      variableValues: variables,
      contextValue,
    });
  }

  return {
    schema,
    execute: (operation, variables, caller) => run(operation, variables, { caller }),
    async eventSource(operation, variables, caller) {
      let source: EventSource | undefined;
      await run(operation, variables, {
        caller,
        subscription: {
          fetch(subgraph, request) {
            source = { subgraph, request };
            return { data: null };
          },
        },
      });
      if (!source) throw new Error('The subscription was planned without a source of events.');
      return source;
    },
    completeEvent: (operation, variables, caller, event) =>
      run(operation, variables, { caller, subscription: { fetch: () => event } }),
    async close() {
      await runtime[Symbol.asyncDispose]();
    },
  };
}
