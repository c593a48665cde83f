import {
  type ExecutionResult,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

/** Begins the names of what is asked in addition. */
const prefix = 'exists_';
const typeProbe: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: prefix },
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * Adds to every root field that gives any node by its id a field that only the subgraph which owns the node can
 * answer. The subgraph that answers `node` cannot know whether another's node exists, and gives a stub of it.
 * Gives the operation as it is when it has no such field.
 */
export function askWhetherNodesExist(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): OperationDefinitionNode {
  let changed = false;
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const selections = operation.selectionSet.selections.map((selection) => {
    if (selection.kind !== Kind.FIELD || !selection.selectionSet) return selection;
    const type = getNamedType(fields[selection.name.value]?.type);
    if (!isInterfaceType(type) || type.name !== 'Node') return selection;
    changed = true;
    const probes = schema.getPossibleTypes(type).flatMap(probeOf);
    const asked = [...selection.selectionSet.selections, typeProbe, ...probes];
    return { ...selection, selectionSet: { ...selection.selectionSet, selections: asked } };
  });
  return changed ? { ...operation, selectionSet: { ...operation.selectionSet, selections } } : operation;
}

function probeOf(type: GraphQLObjectType): InlineFragmentNode[] {
  const field = Object.values(type.getFields()).find(
    ({ name, args, type: given }) =>
      name !== 'id' && args.length === 0 && isNonNullType(given) && isLeafType(given.ofType),
  );
  if (!field) return [];
  const probe: FieldNode = {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: `${prefix}${type.name}` },
    name: { kind: Kind.NAME, value: field.name },
  };
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [probe] },
    },
  ];
}

/** Takes the additional fields out of an answer; a node that its owner does not know becomes null. */
export function withoutStubs(schema: GraphQLSchema, { data, errors }: ExecutionResult): ExecutionResult {
  const gone = new Set<string>();
  const shown: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data ?? {})) {
    const node = value as Record<string, unknown> | null;
    if (typeof node !== 'object' || node === null || !(prefix in node)) {
      shown[key] = value;
      continue;
    }
    const type = schema.getType(String(node[prefix]));
    const isAnswered = isObjectType(type) && probeOf(type).length > 0;
    if (isAnswered && (node[`${prefix}${type.name}`] ?? null) === null) gone.add(key);
    const asked = Object.entries(node).filter(([name]) => !name.startsWith(prefix));
    shown[key] = gone.has(key) ? null : Object.fromEntries(asked);
  }
  const left = withoutDetails(errors ?? [], gone);
  return { data: data ? shown : data, ...(left.length > 0 && { errors: left }) } as ExecutionResult;
}

type ExecutionErrors = NonNullable<ExecutionResult['errors']>;

/** That a node does not exist is said by null; another error of it is told once, at the node itself. */
function withoutDetails(errors: ExecutionErrors, gone: ReadonlySet<string>) {
  const told = new Map<string, Pick<ExecutionErrors[number], 'message' | 'extensions' | 'path'>>();
  for (const error of errors) {
    const key = String(error.path?.[0]);
    if (!gone.has(key)) told.set(`${told.size}`, error);
    else if (error.extensions?.code !== 'NOT_FOUND') {
      const { message, extensions } = error;
      told.set(`${key} ${extensions?.code}`, { message, extensions, path: [key] });
    }
  }
  return [...told.values()];
}
