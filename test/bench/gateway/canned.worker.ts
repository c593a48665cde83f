import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { work } from './worker.ts';

// Two subgraphs that cost next to nothing, so that what is measured is the gateway before them.
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const complaintSdl = `${link}
  type Query { cases(first: Int): [Case!]! }
  type Case @key(fields: "id") { id: ID! reference: String! subject: String! state: String! entity: Entity }
  type Entity @key(fields: "code", resolvable: false) { code: String! }
`;
const directorySdl = `${link}
  type Query { entity(code: String!): Entity }
  type Entity @key(fields: "code") { code: String! name: String! sector: Sector }
  type Sector { name: String! }
`;

const cases = JSON.stringify({
  data: {
    cases: Array.from({ length: 20 }, (_, i) => ({
      __typename: 'Case',
      id: `case-${i}`,
      reference: `BK-2026-7Q4M-K2XD-${i}`,
      subject: `The street light before house ${i} has been out for a week`,
      state: 'IN_PROGRESS',
      entity: { __typename: 'Entity', code: `E${i}` },
    })),
  },
});

interface Body {
  variables?: Record<string, { code: string }[]>;
}

function entities({ variables }: Body): string {
  const asked = Object.values(variables ?? {}).find(Array.isArray) ?? [];
  const _entities = asked.map(({ code }) => ({
    __typename: 'Entity',
    name: `The entity of code ${code}`,
    sector: { name: 'Health' },
  }));
  return JSON.stringify({ data: { _entities } });
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
    const [complaint, directory] = [await serve(() => cases), await serve(entities)];
    const { supergraphSdl } = composeServices([
      { name: 'complaint', typeDefs: parse(complaintSdl), url: `${complaint}/graphql` },
      { name: 'directory', typeDefs: parse(directorySdl), url: `${directory}/graphql` },
    ]);
    return { complaint, directory, supergraph: supergraphSdl };
  },
});
