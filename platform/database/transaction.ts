import type { Pool } from 'pg';
import { Fault, isUnavailable } from '../errors/errors.ts';
import { withClient } from './connection.ts';
import { clientTx, type Tx } from './tx.ts';

/**
 * Runs work in one transaction: committed when it resolves, undone when it throws. Throws a Fault when work
 * resolved although one of its statements had failed: the database then undoes the transaction on COMMIT.
 * `timeout` in milliseconds, per statement, replaces the role's.
 */
export function inTransaction<T>(
  pool: Pool,
  work: (tx: Tx) => Promise<T>,
  timeout?: number,
): Promise<{ result: T; tx: Tx }> {
  return withClient(pool, async (client) => {
    const tx = clientTx(client, timeout);
    await client.query(timeout ? `begin; set local statement_timeout = ${Math.ceil(timeout)}` : 'begin');
    try {
      const result = await work(tx);
      assertCommitted(await client.query('commit'));
      return { result, tx };
    } catch (error) {
      if (!isUnavailable(error)) await client.query('rollback');
      throw error;
    }
  });
}

/** Postgres answers COMMIT of a failed transaction without an error, with the command tag ROLLBACK. */
function assertCommitted({ command }: { command: string }): void {
  if (command === 'COMMIT') return;
  throw new Fault(
    'INTERNAL_SERVER_ERROR',
    `the transaction did not commit: the database answered ${command}`,
  );
}
