import { Fault } from '@bekhedmetkom/platform/errors';
import {
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/prepare.ts';
import type { SharedMemory } from './redis.ts';

const allowed = 20;
const windowMilliseconds = 10 * 60_000;

export interface Tries {
  /**
   * Takes as many tries from the caller as the operation has guesses; gives the function that hands back
   * those that were right. Throws a Fault RATE_LIMITED with `retryAfter` in seconds when there are not
   * enough left: then nothing may be asked.
   */
  take(client: string, guesses: readonly string[]): Promise<(wrong: ReadonlySet<string>) => void>;
}

/**
 * Opens the count of wrong tries at references and secrets: 20 in 10 minutes per caller. Counted in Redis
 * for all gateways and in this process besides, so that the limit stays when Redis goes.
 */
export function openTries(memory: SharedMemory | undefined): Tries {
  const own = new LRUCache<string, { count: number; until: number }>({ max: 100_000 });

  function countHere(client: string, tries: number): { count: number; until: number } {
    const now = Date.now();
    let entry = own.get(client);
    if (!entry || entry.until <= now) entry = { count: 0, until: now + windowMilliseconds };
    entry.count = Math.max(0, entry.count + tries);
    own.set(client, entry);
    return entry;
  }

  async function countTogether(
    client: string,
    tries: number,
  ): Promise<{ count: number; left: number } | undefined> {
    const key = `bk:{${client}}:tries`;
    const answer = await memory?.together([
      ['INCRBY', key, String(tries)],
      ['PEXPIRE', key, String(windowMilliseconds), 'NX'],
      ['PTTL', key],
    ]);
    return answer ? { count: Number(answer[0]), left: Number(answer[2]) } : undefined;
  }

  return {
    async take(client, guesses) {
      if (guesses.length === 0) return () => undefined;
      const here = countHere(client, guesses.length);
      const together = await countTogether(client, guesses.length);
      if (here.count > allowed || (together?.count ?? 0) > allowed) {
        const left = Math.max(together?.left ?? 0, here.until - Date.now());
        const retryAfter = Math.max(1, Math.ceil(left / 1000));
        throw new Fault('RATE_LIMITED', 'Too many tries. Please wait before you try again.', {
          extensions: { retryAfter },
        });
      }
      return (wrong) => {
        const right = guesses.filter((key) => !wrong.has(key)).length;
        if (right === 0) return;
        countHere(client, -right);
        void countTogether(client, -right);
      };
    },
  };
}

/** The response keys of an operation's root fields that take a secret: each is a guess. */
export function guessesOf(schema: GraphQLSchema, operation: Operation): string[] {
  const fields = schema.getRootType(operation.definition.operation)?.getFields() ?? {};
  const guesses: string[] = [];
  collect(operation.definition.selectionSet, operation.fragments);
  return guesses;

  function collect(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, fragments);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet, fragments);
      }
      if (selection.kind !== Kind.FIELD) continue;
      const takesSecret = fields[selection.name.value]?.args.some(({ name, type }) => {
        const named = getNamedType(type);
        return name === 'secret' || (isInputObjectType(named) && 'secret' in named.getFields());
      });
      if (takesSecret) guesses.push(selection.alias?.value ?? selection.name.value);
    }
  }
}

/** Which of the guesses the answer calls wrong. */
export function wrongGuesses(
  errors: readonly Pick<GraphQLError, 'path' | 'extensions'>[] | undefined,
): Set<string> {
  const wrong = new Set<string>();
  for (const { path, extensions } of errors ?? []) {
    if (extensions?.code === 'NOT_FOUND' && path?.[0] !== undefined) wrong.add(String(path[0]));
  }
  return wrong;
}
