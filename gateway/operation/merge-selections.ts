import {
  doTypesOverlap,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

type Selected = FieldNode | InlineFragmentNode;

/** Stands where nothing is left: a selection set cannot be empty. */
export const nothing: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'skip' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: true },
        },
      ],
    },
  ],
};

/** Everything that is selected under one response key, or of one narrower type. */
interface Group {
  node: Selected;
  /** Of what type the selections are. */
  type: GraphQLCompositeType | undefined;
  sets: SelectionSetNode[];
}

/**
 * Writes one operation of a valid document, with its coerced variables, so that it means the same and selects
 * nothing twice: what stands under one response key is one field, @skip and @include are decided, fragments are
 * unfolded, and inline ones stay only where they ask for a narrower type.
 *
 * The planner's library answers a list that is selected twice with both one after the other, and leaves out
 * fetches of what stands in several places under different directives.
 */
export function mergeSelections(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): OperationDefinitionNode {
  function merge(sets: readonly SelectionSetNode[], parent: GraphQLCompositeType): SelectionSetNode {
    const groups = new Map<string, Group>();
    for (const set of sets) collect(set, parent, groups);
    const selections = [...groups.values()].map(({ node, type, sets: inner }): Selected => {
      return type ? { ...node, selectionSet: merge(inner, type) } : node;
    });
    return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [nothing] };
  }

  function collect(set: SelectionSetNode, parent: GraphQLCompositeType, groups: Map<string, Group>): void {
    for (const selection of set.selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        add(groups, key, { ...selection, directives: [] }, typeOf(selection, parent));
        continue;
      }
      const named = selection.kind === Kind.FRAGMENT_SPREAD;
      const fragment = named ? fragments.get(selection.name.value) : selection;
      if (!fragment) throw new Error('A validated document holds the fragments that it spreads.');
      const { typeCondition, selectionSet } = fragment;
      const type = typeCondition ? schema.getType(typeCondition.name.value) : parent;
      if (!isCompositeType(type)) throw new Error('A validated fragment has a type that can be selected of.');
      // Behind a wider type that is unfolded now there may be one that the parent never is.
      if (!doTypesOverlap(schema, type, parent)) continue;
      const always =
        type === parent || (isAbstractType(type) && !isUnionType(parent) && schema.isSubType(type, parent));
      if (always) collect(selectionSet, parent, groups);
      else
        add(groups, `... on ${type.name}`, { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }, type);
    }
  }

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error('A validated operation has a root type.');
  return { ...operation, selectionSet: merge([operation.selectionSet], root) };
}

/** What the selections of a field are of; undefined for a leaf. */
function typeOf(
  { name, selectionSet }: FieldNode,
  parent: GraphQLCompositeType,
): GraphQLCompositeType | undefined {
  if (!selectionSet) return undefined;
  const aboutSchema = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name.value);
  const field = aboutSchema ?? (isUnionType(parent) ? undefined : parent.getFields()[name.value]);
  const type = field && getNamedType(field.type);
  if (!isCompositeType(type)) throw new Error(`A validated field ${name.value} has no type.`);
  return type;
}

function add(
  groups: Map<string, Group>,
  key: string,
  node: Selected,
  type: GraphQLCompositeType | undefined,
): void {
  const sets = node.selectionSet ? [node.selectionSet] : [];
  const group = groups.get(key);
  if (group) group.sets.push(...sets);
  else groups.set(key, { node, type, sets });
}
