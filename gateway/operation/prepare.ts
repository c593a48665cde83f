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
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { costOf } from './cost.ts';
import { assertWithinLimits, type Limits } from './limits.ts';

/** A document that was read, measured and validated, and the one operation of it that is asked for. */
export interface Operation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  name: string | undefined;
  /** Whether it asks about the schema itself. */
  introspects: boolean;
}

/** What a caller sends, over whatever transport. */
export interface OperationRequest {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

/** An operation that may not run: one or more errors, all of them the caller's. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

type Known = { document: DocumentNode; introspects: boolean } | { refused: Error };

export interface Operations {
  /** Throws Refused or a Fault; never reaches the planner. */
  prepare(request: OperationRequest): Operation;
  /** Coerces the variables and weighs the operation with them. Throws Refused, or a Fault MAX_COST_EXCEEDED. */
  variables(operation: Operation, given: Record<string, unknown> | undefined): Record<string, unknown>;
}

/** Opens the reading of operations against one schema. Documents are remembered, bad ones too. */
export function openOperations(schema: GraphQLSchema, limits: Limits): Operations {
  const known = new LRUCache<string, Known>({
    max: 2_000,
    maxSize: 8_000_000,
    sizeCalculation: (_, key) => key.length + 1,
  });

  function read(text: string): Known {
    try {
      const document = parse(text, { maxTokens: limits.tokens, noLocation: true });
      assertWithinLimits(document, limits);
      const errors = validate(schema, document, specifiedRules, { maxErrors: 10 });
      if (errors.length > 0) return { refused: new Refused(errors.map(withoutSuggestion)) };
      return { document, introspects: asksAboutSchema(document) };
    } catch (error) {
      if (error instanceof GraphQLError && /Document contains more tha\w \d+ tokens/.test(error.message)) {
        return {
          refused: new Fault(
            'MAX_COST_EXCEEDED',
            `The operation asks for too much: tokens over ${limits.tokens}.`,
          ),
        };
      }
      if (error instanceof GraphQLError) return { refused: new Refused([badInput(error.message, error)]) };
      if (error instanceof Error) return { refused: error };
      throw error;
    }
  }

  return {
    prepare({ query, operationName }) {
      let entry = known.get(query);
      if (!entry) {
        entry = read(query);
        known.set(query, entry);
      }
      if ('refused' in entry) throw entry.refused;
      return { ...select(entry.document, operationName), introspects: entry.introspects };
    },
    variables(operation, given) {
      const { definition, fragments } = operation;
      const { coerced, errors } = getVariableValues(
        schema,
        definition.variableDefinitions ?? [],
        given ?? {},
        { maxErrors: 10 },
      );
      if (errors) throw new Refused(errors.map(withoutSuggestion));
      const cost = costOf(schema, definition, fragments, coerced);
      if (cost > limits.cost) {
        throw new Fault(
          'MAX_COST_EXCEEDED',
          `The operation asks for too much: cost ${cost} over ${limits.cost}.`,
        );
      }
      return coerced;
    },
  };
}

function select(document: DocumentNode, name: string | undefined): Omit<Operation, 'introspects'> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const [only] = operations;
  const definition = name === undefined ? only : operations.find((each) => each.name?.value === name);
  if (!definition)
    throw new Refused([
      badInput(
        name === undefined ? 'There is no operation in the document.' : 'There is no operation of that name.',
      ),
    ]);
  if (name === undefined && operations.length > 1)
    throw new Refused([badInput('Several operations: say which one by operationName.')]);
  return { document, definition, fragments, name };
}

function asksAboutSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') found = true;
    },
  });
  return found;
}

function badInput(message: string, from?: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    positions: from?.positions,
    source: from?.source,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

// A suggestion tells names of the schema to those who may not read it.
function withoutSuggestion(error: GraphQLError): GraphQLError {
  return badInput(error.message.replace(/\s*Did you mean .*$/s, ''), error);
}
