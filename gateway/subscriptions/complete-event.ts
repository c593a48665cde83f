import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorCode } from '@bekhedmetkom/platform/errors';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Graph } from '../graph/graph.ts';
import { maskErrors, maskThrown, type Report } from '../operation/masking.ts';
import type { Caller } from '../upstream/subgraph.ts';
import { positionOf, type StreamEvent } from './recent-events.ts';
import type { Template } from './shared-operation.ts';
import { isFinal } from './source.ts';

/**
 * What became of one raw event. `refused`: the subgraph has ended the stream with these errors. `askAgain`: its
 * subgraph could not read it now; the log keeps it. `skipped`: its subgraph can never read it, so that nothing of it
 * can be told, and whoever goes on from before it must not be stopped by it.
 */
export type Completed =
  | StreamEvent
  | { refused: GraphQLFormattedError[] }
  | { askAgain: true }
  | { skipped: true };

/** Errors that another execution a moment later may not have. */
const passing = new Set<unknown>([
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'QUERY_TIMEOUT',
] satisfies ErrorCode[]);
const mayPass = (errors: readonly GraphQLFormattedError[]) =>
  errors.some((error) => passing.has(error.extensions?.code));

/** Milliseconds after the beginning of an outage in which events are executed again before they are told. */
const timeoutMs = 800;
/** Milliseconds between two executions of one event. */
const pause = 100;

interface Options {
  graph: Graph;
  template: Template;
  caller: Caller;
  variables(): Record<string, unknown>;
  report: Report;
}

/**
 * Makes the completion of one stream's raw events by the other subgraphs. An event that has data is an event: errors
 * of some of its fields are told with it. When another subgraph is away the event is executed again; the time for
 * that is counted from the first failure of the outage, so that an outage delays the whole stream by less than a
 * second and not each of its events. Never throws.
 */
export function makeEventCompletion(options: Options): (event: ExecutionResult) => Promise<Completed> {
  const { graph, template, caller, report } = options;
  let failingSince: number | undefined;

  async function execute(event: ExecutionResult): Promise<ExecutionResult> {
    const result = await graph.completeEvent(template.operation, options.variables(), caller, event);
    const errors = maskErrors(result.errors, caller, report);
    return { data: result.data ?? null, errors: errors as unknown as ExecutionResult['errors'] };
  }

  async function complete(event: ExecutionResult): Promise<{
    data: ExecutionResult['data'];
    errors: readonly GraphQLFormattedError[];
  }> {
    for (;;) {
      const { data, errors = [] } = await execute(event);
      if (!mayPass(errors)) {
        failingSince = undefined;
        return { data, errors };
      }
      failingSince ??= Date.now();
      if (Date.now() - failingSince > timeoutMs) return { data, errors };
      await sleep(pause);
    }
  }

  return async (event) => {
    try {
      // Of what has no data only the error can be told, and perhaps it ends the stream.
      if (event.data === null || event.data === undefined) {
        const errors = maskErrors(event.errors, caller, report);
        if (isFinal(errors)) return { refused: errors };
        if (template.resumption) return mayPass(errors) ? { askAgain: true } : { skipped: true };
        return { payload: serialise({ errors }), position: null, whole: true };
      }
      const { data, errors } = await complete(event);
      const position = positionIn(data ?? event.data, template);
      if (data) removeCursor(data, template);
      const payload = serialise(errors.length > 0 ? { errors, data } : { data });
      return { payload, position, whole: !mayPass(errors) };
    } catch (thrown) {
      const errors = maskThrown(thrown, caller, report);
      return { payload: serialise({ errors }), position: null, whole: true };
    }
  };
}

function rootOf(
  data: Record<string, unknown>,
  { responseKey }: Template,
): Record<string, unknown> | undefined {
  const root = data[responseKey];
  return typeof root === 'object' && root !== null ? (root as Record<string, unknown>) : undefined;
}

/** The place in the log of an event whose cursor the hub has asked for; null for what has none. */
function positionIn(data: Record<string, unknown>, template: Template): number | null {
  const cursor = rootOf(data, template)?.[template.resumption?.cursor ?? ''];
  return typeof cursor === 'string' ? positionOf(cursor) : null;
}

/** Takes out the cursor that the hub has asked for: the client did not. */
function removeCursor(data: Record<string, unknown>, template: Template): void {
  const root = rootOf(data, template);
  if (root && template.resumption) delete root[template.resumption.cursor];
}

const serialise = (result: unknown): Buffer => Buffer.from(JSON.stringify(result));
