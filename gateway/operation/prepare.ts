import { Fault } from '@bekhedmetkom/platform/errors';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { words } from '../wording/words.ts';
import { costOf } from './cost.ts';
import { assertWithinLimits, type Limits } from './limits.ts';
import { mergeSelections, nothing } from './merge-selections.ts';
import { assertShallow, assertShallowText } from './nesting.ts';
import { askWhetherNodesExist } from './node-existence.ts';
import { badInput, Refused, refuse } from './refused.ts';

/** An operation that was read, measured, validated and merged: alone in its document, without fragments. */
export interface Operation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  name: string | undefined;
  /** Whether it asks about the schema itself. */
  introspects: boolean;
  /** Whether it asks more than the client did, to know which nodes exist; see `withoutStubs`. */
  asksNodes: boolean;
}

/** An operation that may run, with its coerced variables. */
export interface Prepared {
  operation: Operation;
  variables: Record<string, unknown>;
}

/** What a caller sends, over whatever transport. */
export interface OperationRequest {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

interface Written {
  id: number;
  document: DocumentNode;
  introspects: boolean;
  /** The variables that decide what is left out. */
  deciding: readonly string[];
}

export interface Operations {
  /**
   * Reads the operation, coerces its variables and weighs it with them. Throws Refused or a Fault; what is
   * refused never reaches the planner.
   */
  prepare(request: OperationRequest): Prepared;
}

/** Opens the reading of operations against one schema. Documents are remembered, bad ones too. */
export function openOperations(schema: GraphQLSchema, limits: Limits): Operations {
  const known = new LRUCache<string, Written | { refused: Error }>({
    max: 2_000,
    maxSize: 8_000_000,
    sizeCalculation: (_, key) => key.length + 1,
  });
  // The planner remembers its plan as long as the document.
  const merged = new LRUCache<string, Operation>({ max: 2_000, maxSize: 8_000_000 });
  let lastId = 0;

  function read(text: string): Written | { refused: Error } {
    try {
      assertShallowText(text);
      const document = parse(text, { maxTokens: limits.tokens, noLocation: true });
      assertWithinLimits(document, limits);
      const errors = validate(schema, document, specifiedRules, { maxErrors: 10 });
      if (errors.length > 0)
        return { refused: new Refused(errors.map((error) => badInput(error.message, error))) };
      lastId += 1;
      return { id: lastId, document, ...lookThrough(document) };
    } catch (error) {
      if (error instanceof GraphQLError && /Document contains more tha\w \d+ tokens/.test(error.message)) {
        return {
          refused: new Fault('MAX_COST_EXCEEDED', words.tooLarge(`tokens over ${limits.tokens}`)),
        };
      }
      if (error instanceof GraphQLError) return { refused: new Refused([badInput(error.message, error)]) };
      if (error instanceof Error) return { refused: error };
      throw error;
    }
  }

  function merge(
    written: Written,
    { definition, fragments }: Selected,
    variables: Record<string, unknown>,
  ): Operation {
    const decisions = written.deciding.map((name) => Number(variables[name] === true)).join('');
    const name = definition.name?.value;
    const key = `${written.id} ${name ?? ''} ${decisions}`;
    let operation = merged.get(key);
    if (!operation) {
      const asked = mergeSelections(schema, definition, fragments, variables);
      const short = askWhetherNodesExist(schema, asked);
      const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [short] };
      const { introspects } = written;
      const asksNodes = short !== asked;
      operation = { document, definition: short, name, introspects, asksNodes };
      merged.set(key, operation, { size: print(document).length });
    }
    const { definition: left } = operation;
    if (left.operation === 'subscription' && left.selectionSet.selections[0] === nothing)
      throw refuse(words.nothingLeft);
    return operation;
  }

  return {
    prepare({ query, operationName, variables: given }) {
      let written = known.get(query);
      if (!written) {
        written = read(query);
        known.set(query, written);
      }
      if ('refused' in written) throw written.refused;
      const selected = select(written.document, operationName);
      assertShallow(given);
      const { coerced: variables, errors } = getVariableValues(
        schema,
        selected.definition.variableDefinitions ?? [],
        given ?? {},
        { maxErrors: 10 },
      );
      if (errors) throw new Refused(errors.map((error) => badInput(error.message, error)));
      const operation = merge(written, selected, variables);
      if (written.introspects && asksForData(operation)) throw refuse(words.schemaAlone);
      const cost = costOf(schema, operation.definition, variables);
      if (cost > limits.cost) {
        throw new Fault('MAX_COST_EXCEEDED', words.tooLarge(`cost ${cost} over ${limits.cost}`));
      }
      return { operation, variables };
    },
  };
}

/** Whether something beside the schema is asked. The library that executes cannot answer both. */
function asksForData({ definition }: Operation): boolean {
  return definition.selectionSet.selections.some(
    (field) => field.kind === Kind.FIELD && !field.name.value.startsWith('__'),
  );
}

interface Selected {
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function select(document: DocumentNode, name: string | undefined): Selected {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const [only] = operations;
  const definition = name === undefined ? only : operations.find((each) => each.name?.value === name);
  if (!definition) throw refuse(name === undefined ? words.noOperation : words.noSuchOperation);
  if (name === undefined && operations.length > 1) throw refuse(words.whichOperation);
  return { definition, fragments };
}

function lookThrough(document: DocumentNode): Pick<Written, 'introspects' | 'deciding'> {
  let introspects = false;
  const deciding = new Set<string>();
  visit(document, {
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') introspects = true;
    },
    Directive(node) {
      for (const { value } of node.arguments ?? [])
        if (value.kind === Kind.VARIABLE) deciding.add(value.name.value);
    },
  });
  return { introspects, deciding: [...deciding] };
}
