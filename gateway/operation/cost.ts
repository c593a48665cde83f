import type { GraphQLCompositeType, GraphQLOutputType } from 'graphql';
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { words } from '../wording/words.ts';
import { refuse } from './refused.ts';

/** A list gives so many at most, unless it gives more by default: such a one (a table of figures) has its own maximum. */
const maxPageSize = 100;
/** Rows assumed of a list whose length the operation does not say. */
const assumedRows = 10;

/**
 * Counts the objects that an operation can make us fetch, one each: a field with `first` or `last` counts
 * its content that many times, any other list `assumedRows` times. A mutation's fields cost ten more. Throws Refused
 * for a page that is longer than any may be.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  // `paged` says that the parent's `first` has already multiplied the lists right below it.
  function ofSelections(set: SelectionSetNode, parent: GraphQLCompositeType, paged: boolean): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
        const field = fields[selection.name.value];
        const type = field && getNamedType(field.type);
        if (!field || !selection.selectionSet || !isCompositeType(type)) continue;
        const asked = rowsAsked(field, selection.arguments ?? [], variables);
        const rows = asked ?? (isList(field.type) && !paged ? assumedRows : 1);
        cost += rows * (1 + ofSelections(selection.selectionSet, type, asked !== undefined));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
        if (isCompositeType(type)) cost += ofSelections(selection.selectionSet, type, paged);
      }
    }
    return cost;
  }

  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const surcharge = operation.operation === 'mutation' ? 10 * operation.selectionSet.selections.length : 0;
  return surcharge + ofSelections(operation.selectionSet, root, false);
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function rowsAsked(
  field: GraphQLField<unknown, unknown>,
  given: ReadonlyArray<{ name: { value: string }; value: ValueNode }>,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  for (const argument of field.args) {
    if (argument.name !== 'first' && argument.name !== 'last') continue;
    const node = given.find((each) => each.name.value === argument.name)?.value;
    const value =
      node === undefined ? argument.defaultValue : numberOf(node, variables, argument.defaultValue);
    if (typeof value === 'number') {
      const isLonger = typeof argument.defaultValue === 'number' && argument.defaultValue > maxPageSize;
      if (value > maxPageSize && !isLonger) throw refuse(words.pageSize);
      return Math.max(1, value);
    }
    return assumedRows;
  }
  return undefined;
}

function numberOf(node: ValueNode, variables: Readonly<Record<string, unknown>>, fallback: unknown): unknown {
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind === Kind.VARIABLE) return variables[node.name.value] ?? fallback;
  return fallback;
}
