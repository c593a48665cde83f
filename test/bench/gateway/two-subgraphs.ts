import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { type GraphQLSchema, parse } from 'graphql';

/** A list of 20 of one subgraph, each joined with an entity of the other. */
export const twoSubgraphQuery =
  '{ cases(first: 20) { id reference subject state entity { code name sector { name } } } }';

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

interface EntityReference {
  code: string;
}

const cases = Array.from({ length: 20 }, (_, i) => ({
  id: `case-${i}`,
  reference: `BK-2026-7Q4M-K2XD-${i}`,
  subject: `The street light before house ${i} has been out for a week`,
  state: 'IN_PROGRESS',
  entity: { code: `E${i}` },
}));

const entityOf = ({ code }: EntityReference) => ({
  code,
  name: `The entity of code ${code}`,
  sector: { name: 'Health' },
});

/** The answers of both, without a query language. */
export const canned = {
  cases: cases.map(({ entity, ...kase }) => ({
    __typename: 'Case',
    ...kase,
    entity: { __typename: 'Entity', ...entity },
  })),
  entity: ({ code }: EntityReference) => ({ __typename: 'Entity', ...entityOf({ code }) }),
};

/** Both as schemas with resolvers, from which any server can answer. */
export function twoSubgraphSchemas(): { complaint: GraphQLSchema; directory: GraphQLSchema } {
  return {
    complaint: buildSubgraphSchema([
      { typeDefs: parse(complaintSdl), resolvers: { Query: { cases: () => cases } } },
    ]),
    directory: buildSubgraphSchema([
      {
        typeDefs: parse(directorySdl),
        resolvers: {
          Query: { entity: (_: unknown, reference: EntityReference) => entityOf(reference) },
          Entity: { __resolveReference: entityOf },
        },
      },
    ]),
  };
}

/** The supergraph of both, at these origins. */
export function composeTwo(urls: { complaint: string; directory: string }): string {
  const { supergraphSdl } = composeServices([
    { name: 'complaint', typeDefs: parse(complaintSdl), url: `${urls.complaint}/graphql` },
    { name: 'directory', typeDefs: parse(directorySdl), url: `${urls.directory}/graphql` },
  ]);
  if (!supergraphSdl) throw new Error('The two subgraphs do not compose.');
  return supergraphSdl;
}
