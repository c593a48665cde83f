import { Fault } from '@bekhedmetkom/platform/errors';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';
import { words } from '../wording/words.ts';

/** What one operation may be made of. Fields, aliases and directives are counted with every spread expanded. */
export interface Limits {
  /** Lexical tokens of the whole document. */
  tokens: number;
  depth: number;
  /** Of all operations of the document together: each is unfolded. */
  fields: number;
  aliases: number;
  directives: number;
  /** On one field, fragment, variable or operation: validation tells of each. */
  directivesAtOnce: number;
  /** Fragments of the whole document: validation compares them pairwise. */
  fragments: number;
  /** How often one response key may stand in one selection set: validation compares them pairwise. */
  repeats: number;
  cost: number;
}

export const defaultLimits: Limits = {
  tokens: 2_000,
  depth: 16,
  fields: 3_000,
  aliases: 100,
  directives: 100,
  directivesAtOnce: 4,
  fragments: 100,
  repeats: 50,
  cost: 20_000,
};

interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

// As property names these reach into an object's prototype (security.md G6).
const forbiddenAliases = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses an operation that is too large, before anything validates or plans it: nested fragments keep a
 * planner busy for ever although their text is short. Each fragment is measured once, so this takes time
 * in proportion to the text. Throws a Fault MAX_COST_EXCEEDED, or BAD_USER_INPUT for what no limit allows.
 */
export function assertWithinLimits(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  check('fragments', fragments.size, limits.fragments);
  const measure = measurer(fragments, limits);
  const unfolded = operations.reduce((sum, each) => sum + measure(each.selectionSet).fields, 0);
  check('fields', unfolded, limits.fields);
  // Also fragments that nothing spreads, and each definition's own directives.
  for (const definition of [...operations, ...fragments.values()]) {
    const size = measure(definition.selectionSet);
    for (const place of [definition, ...(definition.variableDefinitions ?? [])]) {
      check('directivesAtOnce', countDirectives(place), limits.directivesAtOnce);
    }
    check('depth', size.depth, limits.depth);
    check('fields', size.fields, limits.fields);
    check('aliases', size.aliases, limits.aliases);
    check('directives', size.directives + countDirectives(definition), limits.directives);
  }
}

function measurer(fragments: Map<string, FragmentDefinitionNode>, limits: Limits) {
  const known = new Map<string, Size>();
  const open = new Set<string>();

  function ofFragment(name: string): Size {
    const size = known.get(name);
    if (size) return size;
    const fragment = fragments.get(name);
    // An unknown fragment is for validation to refuse.
    if (!fragment) return { depth: 0, fields: 0, aliases: 0, directives: 0 };
    if (open.has(name)) throw new Fault('BAD_USER_INPUT', words.fragmentOfItself(name));
    open.add(name);
    const measured = ofSelections(fragment.selectionSet);
    open.delete(name);
    known.set(name, measured);
    return measured;
  }

  function ofSelections(set: SelectionSetNode): Size {
    const total: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };
    const keys = new Map<string, number>();
    for (const selection of set.selections) {
      const directives = countDirectives(selection);
      check('directivesAtOnce', directives, limits.directivesAtOnce);
      total.directives += directives;
      let inner: Size | undefined;
      if (selection.kind === Kind.FRAGMENT_SPREAD) inner = ofFragment(selection.name.value);
      else if (selection.selectionSet) inner = ofSelections(selection.selectionSet);
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        // The planner asks for types under that name itself.
        const isTaken = key === '__typename' && selection.name.value !== key;
        if (isTaken || forbiddenAliases.has(key)) {
          throw new Fault('BAD_USER_INPUT', words.forbiddenAlias(key));
        }
        const repeats = (keys.get(key) ?? 0) + 1;
        keys.set(key, repeats);
        check('repeats', repeats, limits.repeats);
        total.fields += 1;
        if (selection.alias) total.aliases += 1;
      }
      const below = (inner?.depth ?? 0) + (selection.kind === Kind.FIELD ? 1 : 0);
      total.depth = Math.max(total.depth, below);
      total.fields += inner?.fields ?? 0;
      total.aliases += inner?.aliases ?? 0;
      total.directives += inner?.directives ?? 0;
    }
    return total;
  }

  return ofSelections;
}

function countDirectives(node: { directives?: readonly unknown[] | undefined }): number {
  return node.directives?.length ?? 0;
}

function check(what: keyof Limits, found: number, allowed: number): void {
  if (found <= allowed) return;
  throw new Fault('MAX_COST_EXCEEDED', words.tooLarge(`${what} over ${allowed}`));
}
