import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { words } from '../wording/words.ts';

/** A list of a hundred rows with a hole in each says so a hundred times; a longer one is understood by then. */
const maxErrors = 100;

/**
 * The answer in place of one that a subgraph did not give: an error for each field asked of it, of each
 * entity, so that the planner can say at which paths of the client's operation the holes are.
 */
export function unavailable(
  document: DocumentNode,
  variables: Record<string, unknown> | undefined,
): ExecutionResult {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
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
    const names = fieldsOf(field.selectionSet, fragments);
    const count = Array.isArray(asked) ? asked.length : 0;
    for (let index = 0; index < count && errors.length < maxErrors; index += 1) {
      for (const name of names) errors.push(errorAt([key, index, name]));
    }
  }
  return { data: null, errors: errors.length > 0 ? errors : [errorAt(undefined)] };
}

function fieldsOf(
  set: SelectionSetNode | undefined,
  fragments: readonly FragmentDefinitionNode[],
): Set<string> {
  const names = new Set<string>();
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== '__typename') names.add(selection.alias?.value ?? selection.name.value);
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : fragments.find((each) => each.name.value === selection.name.value);
    for (const name of fieldsOf(inner?.selectionSet, fragments)) names.add(name);
  }
  return names;
}

function errorAt(path: readonly (string | number)[] | undefined): GraphQLError {
  return new GraphQLError(words.partAway.en, {
    path,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
  });
}
