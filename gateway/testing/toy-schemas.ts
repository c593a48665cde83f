import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])`;

export const complaintSdl = `${link}
  scalar Cursor
  type Query {
    case(id: ID!): Case
    cases(first: Int = 20): [Case!]!
    trackCase(reference: String!, secret: String!): Case
    boom: String
    slow(milliseconds: Int!): String
    whoAmI: String!
  }
  type Mutation { touch(id: ID!): Case rate(input: RateInput!): Case submitCase(input: SubmitCaseInput!): Case }
  input SubmitCaseInput { idempotencyKey: String! subject: String }
  input RateInput { reference: String! secret: String }
  input Filter { entity: [String!] mine: Boolean }
  interface Node { id: ID! }
  type Case implements Node @key(fields: "id") { id: ID! subject: String! entity: Entity actions: [String!]! }
  type Entity @key(fields: "code", resolvable: false) { code: String! }
  type CaseEvent { cursor: Cursor! version: Int! risky: Int case: Case! }
  type Subscription {
    operationFeed(filter: Filter, after: Cursor): CaseEvent!
    caseChanged(reference: String!, secret: String, after: Cursor): CaseEvent!
    notificationReceived(after: Cursor): CaseEvent!
  }
`;

export const directorySdl = `${link}
  type Query {
    entity(code: String!): Entity
    node(id: ID!): Node
    authorisation(subject: String!): Authorisation! @inaccessible
  }
  interface Node { id: ID! }
  type Case implements Node @key(fields: "id", resolvable: false) { id: ID! }
  type Authorisation @inaccessible { grants: [AuthorisationGrant!]! }
  type AuthorisationGrant @inaccessible { role: String! scope: String }
  type Entity @key(fields: "code") { code: String! name: String! askedBy: String! }
`;

export const kpiSdl = `${link}
  scalar Cursor
  type Query { received: Int! }
  type KpiChange { cursor: Cursor! received: Int! }
  type Subscription { kpiChanged(names: [String!]): KpiChange! }
`;

/** Composes the toy graph. */
export function composeToys(): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'complaint', typeDefs: parse(complaintSdl), url: 'http://complaint.invalid/graphql' },
    { name: 'directory', typeDefs: parse(directorySdl), url: 'http://directory.invalid/graphql' },
    { name: 'kpi', typeDefs: parse(kpiSdl), url: 'http://kpi.invalid/graphql' },
  ]);
  if (!supergraphSdl) throw new Error(`The toys do not compose: ${errors?.join()}`);
  return supergraphSdl;
}
