import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canned, composeTwo } from './two-subgraphs.ts';
import { work } from './worker.ts';

// Two subgraphs that cost next to nothing, so that what is measured is the gateway before them.
const cases = JSON.stringify({ data: { cases: canned.cases } });

interface Body {
  variables?: Record<string, { code: string }[]>;
}

function entities({ variables }: Body): string {
  const asked = Object.values(variables ?? {}).find(Array.isArray) ?? [];
  return JSON.stringify({ data: { _entities: asked.map(canned.entity) } });
}

async function serve(answer: (body: Body) => string): Promise<string> {
  const server = createServer((request, response) => {
    // The gateway asks whether the subgraph is ready.
    if (request.method === 'GET') {
      response.writeHead(200, { 'x-now': String(Date.now()) }).end('ready');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.from(answer(JSON.parse(Buffer.concat(chunks).toString())));
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
        .end(bytes);
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

work({
  async start() {
    const urls = { complaint: await serve(() => cases), directory: await serve(entities) };
    return { ...urls, supergraph: composeTwo(urls) };
  },
});
