import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import type { Execute } from './executor.ts';

type Results = AsyncIterableIterator<ExecutionResult>;
const done = { done: true as const, value: undefined };

/**
 * Opens a subscription. Each event is executed in a context of its own, so that nothing remembered for an
 * earlier one answers it. When the source fails, the failure is the last result: the socket and its other
 * streams live on.
 */
export async function openEventStream(
  args: ExecutionArgs,
  freshContext: () => object,
  execute: Execute,
): Promise<Results | ExecutionResult> {
  const source = await createSourceEventStream({ ...args, contextValue: freshContext() });
  if (!isAsyncIterable(source)) return source;
  const events = source[Symbol.asyncIterator]();
  let over = false;

  const run = (rootValue: unknown) =>
    execute({
      document: args.document,
      operationName: args.operationName,
      variables: args.variableValues,
      contextValue: freshContext(),
      rootValue,
    });
  const results: Results = {
    [Symbol.asyncIterator]: () => results,
    async next() {
      if (over) return done;
      try {
        const event = await events.next();
        if (!event.done) return { done: false, value: await run(event.value) };
        over = true;
        return done;
      } catch (error) {
        over = true;
        const cause = error instanceof Error ? error : new Error(String(error));
        return {
          done: false,
          value: { errors: [new GraphQLError(cause.message, { originalError: cause })] },
        };
      }
    },
    async return() {
      over = true;
      await events.return?.();
      return done;
    },
  };
  return results;
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}
