import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { GraphQLSchema } from 'graphql';
import { composeTwo, twoSubgraphSchemas } from './two-subgraphs.ts';
import { work } from './worker.ts';

// The two subgraphs on Apollo Server, as its own documentation sets it up, in production mode.
async function serve(schema: GraphQLSchema): Promise<string> {
  const plugins = [ApolloServerPluginInlineTraceDisabled()];
  const { url } = await startStandaloneServer(new ApolloServer({ schema, plugins }), {
    listen: { port: 0, host: '127.0.0.1' },
  });
  return new URL(url).origin;
}

work({
  async start() {
    const { complaint, directory } = twoSubgraphSchemas();
    const urls = { complaint: await serve(complaint), directory: await serve(directory) };
    return { ...urls, supergraph: composeTwo(urls) };
  },
});
