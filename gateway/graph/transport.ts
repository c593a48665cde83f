import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { type DocumentNode, type ExecutionResult, Kind, type OperationTypeNode, print } from 'graphql';
import { NoAnswer } from '../upstream/post-json.ts';
import type { Caller, Subgraph, SubgraphRequest } from '../upstream/subgraph.ts';
import { unavailable } from './unavailable.ts';

/** What travels with an execution down to the fetches that its plan makes. */
export interface GraphContext {
  caller: Caller;
  /** Answers the fetch for the events themselves; the entities below them are fetched as ever. */
  subscription?: { fetch(subgraph: Subgraph, request: SubgraphRequest): ExecutionResult };
}

interface FetchRequest {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  context?: { graph?: GraphContext };
}

/** Makes the way from the plan's fetches to the subgraphs: always under the identity of the caller. */
export function makeTransport(subgraphs: ReadonlyMap<string, Subgraph>, logger: Logger) {
  const written = new WeakMap<DocumentNode, { kind: OperationTypeNode; query: string }>();
  const write = (document: DocumentNode) => {
    let text = written.get(document);
    if (!text) {
      // Under a subscription the library calls every fetch a subscription: only the document knows.
      const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
      if (!operation) throw new Error('The plan holds a fetch without an operation.');
      text = { kind: operation.operation, query: print(document) };
      written.set(document, text);
    }
    return text;
  };

  return {
    getSubgraphExecutor({ subgraphName }: { subgraphName: string }) {
      const subgraph = subgraphs.get(subgraphName);
      if (!subgraph) throw new Error(`No address is known for the subgraph ${subgraphName}.`);
      // `never`: the library asks for an answer of whatever type its caller hopes for.
      return async (request: FetchRequest) => (await fetch(subgraph, request)) as ExecutionResult<never>;
    },
  };

  async function fetch(subgraph: Subgraph, request: FetchRequest): Promise<ExecutionResult> {
    const { document, variables, context } = request;

    const { kind, query } = write(document);
    const graph = context?.graph;
    if (!graph) throw new Error('A fetch lost the caller on whose behalf it is.');
    if (kind === 'subscription') {
      if (!graph.subscription) throw new Error('A subscription was executed as if it were a query.');
      return graph.subscription.fetch(subgraph, { query, variables });
    }
    try {
      return await subgraph.ask(kind, { query, variables }, graph.caller);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const { requestId } = graph.caller;
      logger.warn(
        { subgraph: subgraph.name, reason: error.reason, err: error.cause, requestId },
        'no answer',
      );
      return unavailable(document, variables);
    }
  }
}
