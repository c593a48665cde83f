import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { formatGraphQLError } from '../../errors/errors.ts';
import type { Logger } from '../../telemetry/telemetry.ts';
import type { RequestContext } from '../schema/context.ts';
import type { Execute } from './executor.ts';
import { Refusal, readJson, send } from './http.ts';

interface Options {
  schema: GraphQLSchema;
  execute: Execute;
  logger: Logger;
}

/** GraphQL by POST: Apollo Server parses, validates and keeps documents; our executor runs them. */
export async function openGraphQLOverHttp({ schema, execute, logger }: Options) {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true, // Nobody comes this far without an internal identity.
    csrfPrevention: false, // No browser does either.
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: (_formatted, error) => formatGraphQLError(error),
    plugins: [ApolloServerPluginInlineTraceDisabled(), runsWith(execute, logger)],
    logger,
  });
  await apollo.start();

  return {
    async answer(request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void> {
      if (request.method !== 'POST') throw new Refusal(405, 'BAD_REQUEST', 'GraphQL is asked by POST.');
      const body = await readJson(request);
      const headers = new HeaderMap([['content-type', 'application/json']]);
      if (request.headers.accept) headers.set('accept', request.headers.accept);
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: async () => context,
      });
      if (answer.body.kind !== 'complete') throw new Error('there is no incremental delivery here');
      send(
        response,
        answer.status ?? 200,
        answer.headers.get('content-type') ?? 'application/json',
        answer.body.string,
      );
    },
    close: () => apollo.stop(),
  };
}

/** Puts our executor in the place of graphql's own, and shows of its errors what may be shown. */
function runsWith(execute: Execute, logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, response, contextValue }) {
          const { requestId, viewer } = contextValue;
          const { language } = viewer;
          const result = await execute({
            document,
            operationName: request.operationName,
            variables: request.variables,
            contextValue,
          });
          const report = (hidden: unknown) => logger.error({ err: hidden, requestId }, 'operation failed');
          const errors = result.errors?.map((error) =>
            formatGraphQLError(error, { requestId, language, report }),
          );
          const body = { kind: 'single' as const, singleResult: errors ? { ...result, errors } : result };
          return { http: response.http, body };
        },
      };
    },
  };
}
