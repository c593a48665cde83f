import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';

const directives = [
  '@cost',
  '@external',
  '@inaccessible',
  '@interfaceObject',
  '@key',
  '@listSize',
  '@override',
  '@provides',
  '@requires',
  '@shareable',
  '@tag',
];

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(directives)})`;

interface Directed {
  astNode?: { directives?: readonly ConstDirectiveNode[] } | null;
}
interface Described extends Directed {
  name: string;
}
type Fields = Record<string, Directed & { args?: readonly Described[] }>;

/**
 * The SDL of a subgraph, as composition wants it: sorted, so that the same schema always prints the same, and
 * with the directives that graphql's own printer leaves out.
 */
export function printFederated(schema: GraphQLSchema): { sdl: string; document: DocumentNode } {
  const sorted = lexicographicSortSchema(schema);
  let type: (GraphQLNamedType & Directed) | undefined;
  let field: (Directed & { args?: readonly Described[] }) | undefined;
  const enterType = (node: { name: { value: string } }) => {
    type = sorted.getType(node.name.value) as GraphQLNamedType & Directed;
    return withDirectives(node, type);
  };
  const enterField = (node: { name: { value: string } }) => {
    field = fieldsOf(type)?.[node.name.value];
    return withDirectives(node, field);
  };
  const body = visit(parse(printSchema(sorted), { noLocation: true }), {
    [Kind.OBJECT_TYPE_DEFINITION]: { enter: enterType },
    [Kind.INTERFACE_TYPE_DEFINITION]: { enter: enterType },
    [Kind.UNION_TYPE_DEFINITION]: { enter: enterType },
    [Kind.ENUM_TYPE_DEFINITION]: { enter: enterType },
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: { enter: enterType },
    [Kind.FIELD_DEFINITION]: { enter: enterField },
    [Kind.INPUT_VALUE_DEFINITION]: {
      enter(node, _key, _parent, _path, ancestors) {
        const above = ancestors.at(-2) as { kind?: string } | undefined;
        if (above?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return enterField(node);
        return withDirectives(
          node,
          field?.args?.find((arg) => arg.name === node.name.value),
        );
      },
    },
  });
  const document: DocumentNode = {
    ...body,
    definitions: [...parse(link, { noLocation: true }).definitions, ...body.definitions],
  };
  return { sdl: `${print(document)}\n`, document };
}

function withDirectives<N extends object>(node: N, of: Directed | undefined): N | undefined {
  const more = of?.astNode?.directives ?? [];
  if (more.length === 0) return undefined;
  return { ...node, directives: [...((node as { directives?: object[] }).directives ?? []), ...more] };
}

function fieldsOf(type: GraphQLNamedType | undefined): Fields | undefined {
  return type && 'getFields' in type ? (type.getFields() as unknown as Fields) : undefined;
}
