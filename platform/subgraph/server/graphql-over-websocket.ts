import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Context } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Verifier, Viewer } from '../../auth/auth.ts';
import { formatGraphQLError } from '../../errors/errors.ts';
import type { Logger } from '../../telemetry/telemetry.ts';
import type { RequestContext } from '../schema/context.ts';
import { withoutNulLiterals, withoutUnstorable } from './clean-text.ts';
import { openEventStream } from './event-stream.ts';
import type { Execute } from './executor.ts';
import { requestIdOf } from './http.ts';

interface Options {
  server: Server;
  schema: GraphQLSchema;
  execute: Execute;
  verifier: Verifier;
  contextFor(viewer: Viewer, requestId: string): RequestContext;
  logger: Logger;
}

type ConnectionExtra = Extra & { viewer?: Viewer; requestId?: string } & Record<PropertyKey, unknown>;
type Connection = Context<{ identity?: unknown }, ConnectionExtra>;

const maxFrameLength = 1_000_000;
const goodbye = 2_000;

/**
 * Subscriptions at /graphql. The identity comes with connection_init and is asked for once: whoever holds the
 * socket closes it when that person's rights change.
 */
export function openGraphQLOverWebSocket(options: Options): { close(): Promise<void> } {
  const { server, schema, execute, verifier, contextFor, logger } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameLength });

  const show = (connection: Connection, errors: readonly GraphQLError[]) => {
    const { requestId, viewer } = connection.extra;
    const language = viewer?.language;
    const report = (hidden: unknown) => logger.error({ err: hidden, requestId }, 'stream failed');
    return errors.map((error) => formatGraphQLError(error, { requestId, language, report }));
  };
  const freshContext = ({ extra }: Connection) => {
    if (!extra.viewer || !extra.requestId) throw new Error('a connection without identity was let in');
    return contextFor(extra.viewer, extra.requestId);
  };

  const graphql = useServer<{ identity?: unknown }, ConnectionExtra>(
    {
      async onConnect(connection) {
        const { identity } = connection.connectionParams ?? {};
        if (typeof identity !== 'string') return refuse(connection.extra.socket, 4401, 'Unauthorized');
        const viewer = await verifier.verify(identity).catch(() => null);
        if (!viewer) return refuse(connection.extra.socket, 4403, 'Forbidden');
        connection.extra.viewer = viewer;
        connection.extra.requestId = requestIdOf(connection.extra.request);
        return true;
      },
      onSubscribe(connection, _id, { query, operationName, variables }) {
        const { document, problems } = check(schema, withoutNulLiterals(query));
        if (!document) return problems;
        const contextValue = freshContext(connection);
        const variableValues = withoutUnstorable(variables);
        return { schema, document, operationName, variableValues, contextValue };
      },
      execute: ({ variableValues, contextValue, ...args }: ExecutionArgs) =>
        execute({ ...args, variables: variableValues, contextValue: contextValue as object }),
      subscribe: (args: ExecutionArgs) => openEventStream(args, () => again(args.contextValue), execute),
      onNext: (connection, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: show(connection, result.errors) } : undefined,
      onError: (connection, _id, _payload, errors) => show(connection, errors as readonly GraphQLError[]),
    },
    sockets,
  );
  const again = (context: unknown) => {
    const { viewer, requestId } = context as RequestContext;
    return contextFor(viewer, requestId);
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
    return undefined;
  });
  return {
    async close() {
      const late = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, goodbye);
      await graphql.dispose();
      clearTimeout(late);
    },
  };
}

function refuse(socket: WebSocket, code: number, reason: string): false {
  socket.close(code, reason);
  return false;
}

type Checked = { document: DocumentNode; problems?: never } | { document?: never; problems: GraphQLError[] };

function check(schema: GraphQLSchema, query: string): Checked {
  try {
    const document = parse(query);
    const problems = validate(schema, document);
    return problems.length === 0
      ? { document }
      : { problems: withCode(problems, 'GRAPHQL_VALIDATION_FAILED') };
  } catch (error) {
    return { problems: withCode([error as GraphQLError], 'GRAPHQL_PARSE_FAILED') };
  }
}

function withCode(errors: readonly GraphQLError[], code: string): GraphQLError[] {
  return errors.map(({ message, nodes, source, positions }) => {
    return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
  });
}
