export { type Connection, connectionOf, type Edge, makeConnection } from './schema/connection.ts';
export type { RequestContext } from './schema/context.ts';
export { federatedSchema } from './schema/federated-schema.ts';
export { fromGlobalId, keyOfGlobalId, toGlobalId } from './schema/global-id.ts';
export {
  EitherEndArgs,
  keysetCursor,
  PageArgs,
  readEitherEnd,
  readKeyset,
  readPage,
} from './schema/page-args.ts';
export { GraphQLCursor, GraphQLDateTime, GraphQLLocalDate, GraphQLURL } from './schema/scalars.ts';
export { LanguageCode, Node, PageInfo, UserError } from './schema/shared-types.ts';
export { type Route, serveSubgraph } from './server/serve-subgraph.ts';
