import { openVerifier, ownClock } from '@bekhedmetkom/platform/auth';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { composeTwo, twoSubgraphSchemas } from './two-subgraphs.ts';
import { work } from './worker.ts';

// The two subgraphs as every subgraph of ours is served: internal identities, limits, metrics and all.
work({
  async start({ publicKey }: { publicKey: string }) {
    const schemas = twoSubgraphSchemas();
    const serve = async (name: 'complaint' | 'directory'): Promise<string> => {
      const { url } = await serveSubgraph({
        name,
        schema: schemas[name],
        host: '127.0.0.1',
        port: 0,
        verifier: await openVerifier(publicKey, name, ownClock),
        clock: ownClock,
        context: () => ({}),
        ready: async () => {},
        logger: openLogger(name, 'silent'),
        metrics: openMetrics(name),
      });
      return url;
    };
    const urls = { complaint: await serve('complaint'), directory: await serve('directory') };
    return { ...urls, supergraph: composeTwo(urls) };
  },
});
