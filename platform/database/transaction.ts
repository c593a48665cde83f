import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { Fault } from '../errors/errors.ts';
import type { Connection } from './connection.ts';
import { runnerTx, type Tx } from './tx.ts';

/**
 * Runs work in one transaction: committed when it resolves, undone when it throws. Throws a Fault when work
 * resolved although one of its statements had failed: the database then undoes the transaction on COMMIT.
 * `timeout` in milliseconds, per statement, replaces the role's.
 */
export async function inTransaction<T>(
  source: DataSource,
  work: (tx: Tx) => Promise<T>,
  timeout?: number,
): Promise<{ result: T; tx: Tx }> {
  const runner = source.createQueryRunner();
  let connection: Connection | undefined;
  let lost: Error | undefined;
  // A connection that is lost between two statements: TypeORM releases the runner and says no more than that.
  const onLoss = (error: Error) => {
    lost = error;
  };
  try {
    connection = (await runner.connect()) as Connection;
    connection.on('error', onLoss);
    connection.statementLimit = timeout;
    await begin(runner, timeout);
    const tx = runnerTx(runner);
    const result = await work(tx);
    await runner.commitTransaction();
    return { result, tx };
  } catch (error) {
    if (runner.isTransactionActive) await rollback(runner, connection);
    throw lost ?? faultIn(error);
  } finally {
    connection?.off('error', onLoss);
    if (connection) connection.statementLimit = undefined;
    await runner.release();
  }
}

async function begin(runner: QueryRunner, timeout: number | undefined): Promise<void> {
  await runner.startTransaction();
  if (timeout) await runner.query(`set local statement_timeout = ${Math.ceil(timeout)}`);
}

/** A connection that cannot undo is closed: the database then undoes by itself. */
async function rollback(runner: QueryRunner, connection: Connection | undefined): Promise<void> {
  await runner.rollbackTransaction().catch(() => connection?.end());
}

/** TypeORM wraps whatever its connection throws. */
function faultIn(error: unknown): unknown {
  return error instanceof QueryFailedError && error.driverError instanceof Fault ? error.driverError : error;
}
