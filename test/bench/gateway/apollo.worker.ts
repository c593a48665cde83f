import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { work } from './worker.ts';

// The peer of the two-subgraph query, as its own documentation sets it up, in production mode.
work({
  async start(supergraphSdl: string) {
    const gateway = new ApolloGateway({ supergraphSdl });
    const server = new ApolloServer({ gateway });
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
    return url;
  },
});
