import { type GraphQLFormattedError, type GraphQLSchema, getArgumentValues, Kind } from 'graphql';
import type { Operation } from '../operation/prepare.ts';

/**
 * The response keys of an operation's root fields that were given a secret: each is a guess. A step of somebody
 * who is signed in, without a secret, is none.
 */
export function guessesIn(
  schema: GraphQLSchema,
  { definition }: Operation,
  variables: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  const fields = schema.getRootType(definition.operation)?.getFields() ?? {};
  const quotaOfAttempts = new Set<string>();
  for (const selection of definition.selectionSet.selections) {
    // A merged operation has no fragments at its root.
    if (selection.kind !== Kind.FIELD) continue;
    const field = fields[selection.name.value];
    const args = field ? getArgumentValues(field, selection, variables) : {};
    if (holdsSecret(args) || Object.values(args).some(holdsSecret)) {
      quotaOfAttempts.add(selection.alias?.value ?? selection.name.value);
    }
  }
  return quotaOfAttempts;
}

function holdsSecret(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'secret' in value && typeof value.secret === 'string';
}

/** The guesses that the answer calls wrong. */
export function wrongGuesses(
  errors: readonly Pick<GraphQLFormattedError, 'path' | 'extensions'>[] | undefined,
  quotaOfAttempts: ReadonlySet<string>,
): ReadonlySet<string> {
  const wrong = new Set<string>();
  for (const { path, extensions } of errors ?? []) {
    const key = String(path?.[0]);
    if (extensions?.code === 'NOT_FOUND' && quotaOfAttempts.has(key)) wrong.add(key);
  }
  return wrong;
}
