import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLAbstractType, type GraphQLSchema, isAbstractType, specifiedDirectives } from 'graphql';
import {
  type BuildSchemaOptions,
  buildSchema,
  createResolversMap,
  getMetadataStorage,
  type PubSub,
} from 'type-graphql';
import { normaliseArguments } from './normalise-arguments.ts';
import { printFederated } from './print-federated.ts';
import { validateInput } from './validate-input.ts';

type Class = abstract new (...args: never[]) => object;
type ReferenceResolver = (reference: never, context: never) => unknown;

interface Options {
  /** By name: the metadata of every program in this process is in one store. */
  resolvers: Class[] | readonly Class[];
  /** Types that no field of this schema returns, such as those that only references lead to. */
  orphanedTypes?: Class[];
  /** By type name: gives the object for a reference `{ __typename, …key }`, or null. */
  referenceResolvers?: Record<string, ReferenceResolver>;
  /** Makes the instances of resolver classes, for those that take something; `new Resolver()` unless given. */
  container?: { get(resolver: Class): object | undefined };
}

/** Builds a subgraph's executable schema, and its SDL: federation 2.9, sorted, the same each time. */
export async function federatedSchema(options: Options): Promise<{ schema: GraphQLSchema; sdl: string }> {
  readFieldsPlainly();
  const built = await buildSchema({
    resolvers: options.resolvers as unknown as BuildSchemaOptions['resolvers'],
    orphanedTypes: options.orphanedTypes ?? [],
    directives: [...specifiedDirectives],
    validateFn: validateInput,
    pubSub: noTopics,
    ...(options.container && { container: containerOf(options.container) }),
  });
  const { sdl, document } = printFederated(built);
  const resolvers: ResolverMap = createResolversMap(built);
  for (const type of Object.values(built.getTypeMap())) {
    if (isAbstractType(type)) resolvers[type.name] = { __resolveType: byTypename(type.resolveType) };
  }
  for (const [type, __resolveReference] of Object.entries(options.referenceResolvers ?? {})) {
    resolvers[type] = { ...resolvers[type], __resolveReference };
  }
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as never }]);
  normaliseArguments(schema);
  return { schema, sdl };
}

// The compiling executor asks for a type and does not wait for the answer; type-graphql's own is a promise.
function byTypename(otherwise: GraphQLAbstractType['resolveType']): GraphQLAbstractType['resolveType'] {
  return (value: { __typename?: unknown }, context, info, type) =>
    typeof value.__typename === 'string' ? value.__typename : otherwise?.(value, context, info, type);
}

type ResolverMap = Record<string, object | undefined>;

// Subscriptions here name their own stream; topics belong to the bus.
const noTopics: PubSub = {
  publish() {
    throw new Error('announce it in the outbox');
  },
  subscribe() {
    throw new Error('give the subscription a stream of its own');
  },
};

/**
 * A field without resolver is read by the executor itself, which is many times faster than through the
 * function that type-graphql would put in between.
 */
function readFieldsPlainly(): void {
  for (const field of getMetadataStorage().fields) {
    if (field.name === field.schemaName) field.simple ??= true;
  }
}

function containerOf(given: { get(resolver: Class): object | undefined }) {
  const instances = new Map<unknown, object>();
  return {
    get(resolver: new () => object): object {
      const known = instances.get(resolver) ?? given.get(resolver) ?? new resolver();
      instances.set(resolver, known);
      return known;
    },
  };
}
