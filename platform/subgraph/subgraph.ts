export { type Connection, connectionOf, type Edge, makeConnection } from './connection.ts';
export type { RequestContext } from './context.ts';
export { federatedSchema } from './federated-schema.ts';
export { fromGlobalId, keyOfGlobalId, toGlobalId } from './global-id.ts';
export {
  EitherEndArgs,
  keysetCursor,
  PageArgs,
  readEitherEnd,
  readKeyset,
  readPage,
} from './page-args.ts';
export { GraphQLCursor, GraphQLDateTime, GraphQLLocalDate, GraphQLURL } from './scalars.ts';
export { type Route, serveSubgraph } from './serve-subgraph.ts';
export { LanguageCode, Node, PageInfo, UserError } from './shared-types.ts';
