import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

export interface Operation {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  contextValue: object;
  rootValue?: unknown;
}

export type Execute = (operation: Operation) => ExecutionResult | Promise<ExecutionResult>;

type Known = { compiled: CompiledQuery | null };

/**
 * An executor that compiles an operation when it meets it for the second time: compiling costs about as much
 * as some runs gain. What is compiled lives as long as its document, which the server keeps in a bounded cache.
 */
export function makeExecutor(schema: GraphQLSchema): Execute {
  const known = new WeakMap<DocumentNode, Map<string, Known>>();

  function find({ document, operationName }: Operation): Known | undefined {
    const operations = known.get(document) ?? new Map<string, Known>();
    known.set(document, operations);
    const name = operationName ?? '';
    const found = operations.get(name);
    if (!found) operations.set(name, { compiled: null });
    else found.compiled ??= compile(document, operationName);
    return found;
  }

  function compile(document: DocumentNode, operationName?: string | null): CompiledQuery | null {
    if (hasRequiredDefault(document)) return null;
    const options = { disablingCapturingStackErrors: true };
    const result = compileQuery(schema, document, operationName ?? undefined, options);
    return isCompiledQuery(result) ? result : null;
  }

  function run(operation: Operation): ExecutionResult | Promise<ExecutionResult> {
    const { document, operationName, variables, contextValue, rootValue } = operation;
    const compiled = find(operation)?.compiled;
    if (compiled) return compiled.query(rootValue, contextValue, variables ?? {});
    const result = execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue,
      rootValue,
    });
    return result as ExecutionResult | Promise<ExecutionResult>;
  }

  return (operation) => {
    const result = run(operation);
    return result instanceof Promise ? result.then(blameCaller) : blameCaller(result);
  };
}

/** The compiler takes a variable such as `$n: Int! = 3` for one that must be given. */
function hasRequiredDefault({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.variableDefinitions?.some(
        ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue,
      ),
  );
}

/** Errors without any data came before execution: the variables were not what the operation asks for. */
function blameCaller(result: ExecutionResult): ExecutionResult {
  if (result.data !== undefined || !result.errors) return result;
  const extensions = { code: 'BAD_USER_INPUT' };
  return {
    errors: result.errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions })),
  };
}
