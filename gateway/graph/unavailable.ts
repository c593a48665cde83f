import { type DocumentNode, type ExecutionResult, GraphQLError, Kind } from 'graphql';

/**
 * The answer in place of one that a subgraph did not give: an error for each root field asked of it, or
 * for each entity, so that the planner can say at which paths of the client's operation the hole is.
 */
export function unavailable(
  document: DocumentNode,
  variables: Record<string, unknown> | undefined,
): ExecutionResult {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const errors: GraphQLError[] = [];
  for (const field of operation?.selectionSet.selections ?? []) {
    if (field.kind !== Kind.FIELD) continue;
    const key = field.alias?.value ?? field.name.value;
    if (field.name.value !== '_entities') {
      errors.push(errorAt([key]));
      continue;
    }
    const argument = field.arguments?.find((each) => each.name.value === 'representations')?.value;
    const asked = argument?.kind === Kind.VARIABLE ? variables?.[argument.name.value] : undefined;
    const count = Array.isArray(asked) ? asked.length : 0;
    for (let index = 0; index < count; index += 1) errors.push(errorAt([key, index]));
  }
  return { data: null, errors: errors.length > 0 ? errors : [errorAt(undefined)] };
}

function errorAt(path: readonly (string | number)[] | undefined): GraphQLError {
  return new GraphQLError('This part of the answer is not available at the moment.', {
    path,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
  });
}
