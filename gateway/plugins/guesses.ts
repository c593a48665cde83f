import {
  type GraphQLFormattedError,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from '../operation/prepare.ts';

/** How many of an operation's root fields take a secret: each is a guess. */
export function countGuesses(schema: GraphQLSchema, operation: Operation): number {
  const fields = schema.getRootType(operation.definition.operation)?.getFields() ?? {};
  let guesses = 0;

  function count(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) count(selection.selectionSet);
      if (selection.kind !== Kind.FIELD) continue;
      const takesSecret = fields[selection.name.value]?.args.some(({ name, type }) => {
        const named = getNamedType(type);
        return name === 'secret' || (isInputObjectType(named) && 'secret' in named.getFields());
      });
      if (takesSecret) guesses += 1;
    }
  }

  count(operation.definition.selectionSet);
  return guesses;
}

/** How many of the guesses the answer calls wrong. */
export function countWrong(errors: readonly GraphQLFormattedError[] | undefined): number {
  const wrong = new Set<string>();
  for (const { path, extensions } of errors ?? []) {
    if (extensions?.code === 'NOT_FOUND') wrong.add(String(path?.[0]));
  }
  return wrong.size;
}
