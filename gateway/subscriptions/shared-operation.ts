import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parseType,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/prepare.ts';
import { isShared, personalFields } from './sharing.ts';

/** A client's subscription, brought to the form in which equal ones are recognised. */
export interface SharedOperation {
  /** Equal for two subscriptions that ask the same; says nothing about who asks. */
  key: string;
  operation: Operation;
  variables: Record<string, unknown>;
  /** Whether it may be executed once for a whole scope. */
  shared: boolean;
  /** The cursor from which the client wants to go on. */
  after: string | null;
  template: Template;
}

/** A subscription with its `after` taken out and its cursor put in. */
export interface Template {
  operation: Operation;
  text: string;
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  responseKey: string;
  /** Names that the hub added; undefined for a stream that cannot be resumed. */
  resumption: { variable: string; cursor: string } | undefined;
  variableNames: readonly string[];
  personal: boolean;
}

export interface SharedOperations {
  share(operation: Operation, variables: Record<string, unknown>): SharedOperation;
}

export function openSharedOperations(schema: GraphQLSchema): SharedOperations {
  const byDefinition = new WeakMap<OperationDefinitionNode, Template>();
  // Texts that differ only in layout or names end in one template, and so in one plan.
  const byText = new LRUCache<string, Template>({ max: 1_000 });

  function templateOf(operation: Operation): Template {
    let template = byDefinition.get(operation.definition);
    if (!template) {
      const made = makeTemplate(schema, operation);
      template = byText.get(made.text) ?? made;
      byText.set(template.text, template);
      byDefinition.set(operation.definition, template);
    }
    return template;
  }

  return {
    share(operation, variables) {
      const template = templateOf(operation);
      const original = rootField(operation);
      const args = getArgumentValues(template.field, original, variables);
      const after = template.resumption && typeof args.after === 'string' ? args.after : null;
      const used: Record<string, unknown> = {};
      for (const name of template.variableNames) if (name in variables) used[name] = variables[name];
      return {
        key: `${template.text} ${canonical(used)}`,
        operation: template.operation,
        variables: used,
        shared: isShared(template.field.name, args, template.personal),
        after,
        template,
      };
    },
  };
}

function rootField({ definition }: Operation): FieldNode {
  const [field] = definition.selectionSet.selections;
  if (field?.kind !== Kind.FIELD) throw new Error('A validated subscription has one root field.');
  return field;
}

function makeTemplate(schema: GraphQLSchema, operation: Operation): Template {
  const original = rootField(operation);
  const field = schema.getSubscriptionType()?.getFields()[original.name.value];
  if (!field) throw new Error('A validated subscription asks for a field that exists.');

  const names = print(operation.document);
  const free = (name: string): string => (names.includes(name) ? free(`${name}_`) : name);
  const afterType = field.args.find((each) => each.name === 'after')?.type;
  const type = getNamedType(field.type);
  const hasCursor = (isObjectType(type) || isInterfaceType(type)) && 'cursor' in type.getFields();
  const resumption =
    afterType && hasCursor ? { variable: free('hubAfter'), cursor: free('hubCursor') } : undefined;

  let node: FieldNode = original;
  if (resumption && original.selectionSet) {
    const after: ArgumentNode = {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'after' },
      value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: resumption.variable } },
    };
    const cursor: FieldNode = {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: 'cursor' },
      alias: { kind: Kind.NAME, value: resumption.cursor },
    };
    const others = original.arguments?.filter((each) => each.name.value !== 'after') ?? [];
    const selections = [...original.selectionSet.selections, cursor];
    node = {
      ...original,
      arguments: [...others, after],
      selectionSet: { ...original.selectionSet, selections },
    };
  }

  const used = variablesIn(node);
  const kept =
    operation.definition.variableDefinitions?.filter((each) => used.has(each.variable.name.value)) ?? [];
  const added = resumption && {
    kind: Kind.VARIABLE_DEFINITION as const,
    variable: {
      kind: Kind.VARIABLE as const,
      name: { kind: Kind.NAME as const, value: resumption.variable },
    },
    type: parseType(String(afterType).replace(/!$/, '')),
  };
  const definition: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.SUBSCRIPTION,
    variableDefinitions: added ? [...kept, added] : kept,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] };
  return {
    operation: { document, definition, name: undefined, introspects: false, asksNodes: false },
    text: print(document),
    field,
    node,
    responseKey: node.alias?.value ?? node.name.value,
    resumption,
    variableNames: kept.map((each) => each.variable.name.value),
    personal: isPersonal(schema, document),
  };
}

function variablesIn(node: FieldNode): Set<string> {
  const names = new Set<string>();
  visit(node, { Variable: (variable) => void names.add(variable.name.value) });
  return names;
}

function isPersonal(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let personal = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        if (personalFields.has(`${types.getParentType()?.name}.${node.name.value}`)) personal = true;
      },
    }),
  );
  return personal;
}

/** JSON with the keys of objects in order, so that equal values have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
