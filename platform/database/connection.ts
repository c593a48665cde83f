import { Client, type QueryResult, types } from 'pg';
import { Fault, isUnavailable } from '../errors/errors.ts';

const dateType = 1082;
const bigintType = 20;

/** How values of the database come to us: days as YYYY-MM-DD, bigint as number (ours stay below 2^53). */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === dateType) return (text: string) => text;
    if (oid === bigintType) return Number;
    return types.getTypeParser(oid, format);
  },
};

/**
 * A connection of the pool (the `Client` option of pg's pool). Whoever sends a statement, TypeORM or we:
 * - a COMMIT that the database answered with ROLLBACK is a Fault;
 * - a connection that gave no answer in time is closed, as the answer may still come and belong to nobody.
 */
export class Connection extends Client {
  /** Milliseconds that the client waits for one statement; the pool's `query_timeout` unless given. */
  statementLimit: number | undefined;

  // pg declares one overload for each way to call it; all of them come through here.
  override query(first: unknown, ...rest: unknown[]): never {
    const send = super.query as (...args: unknown[]) => unknown;
    const answer = send.call(this, this.limited(first), ...rest);
    const checked = answer instanceof Promise ? this.checked(textOf(first), answer) : answer;
    return checked as never;
  }

  private limited(statement: unknown): unknown {
    if (this.statementLimit === undefined) return statement;
    const limit = { query_timeout: this.statementLimit };
    if (typeof statement === 'string') return { text: statement, ...limit };
    return isPlainConfig(statement) ? { ...statement, ...limit } : statement;
  }

  private async checked(text: string | null, answer: Promise<QueryResult>): Promise<QueryResult> {
    try {
      const result = await answer;
      if (text?.toLowerCase() === 'commit') assertCommitted(result);
      return result;
    } catch (error) {
      if (isUnavailable(error)) void this.end().catch(() => undefined);
      throw error;
    }
  }
}

function isPlainConfig(statement: unknown): statement is { text?: unknown } {
  return typeof statement === 'object' && statement !== null && !('submit' in statement);
}

function textOf(statement: unknown): string | null {
  const text = isPlainConfig(statement) ? statement.text : statement;
  return typeof text === 'string' ? text : null;
}

/** Postgres answers COMMIT of a failed transaction without an error, with the command tag ROLLBACK. */
function assertCommitted({ command }: QueryResult): void {
  if (command === 'COMMIT') return;
  throw new Fault(
    'INTERNAL_SERVER_ERROR',
    `the transaction did not commit: the database answered ${command}`,
  );
}
