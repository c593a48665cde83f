import type { PoolClient } from 'pg';
import {
  type DataSource,
  type EntityManager,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
} from 'typeorm';

/** Where statements go: a transaction, or the database itself (each statement on its own). */
export interface Tx {
  /** TypeORM's: repositories and the query builder, in this transaction. */
  manager: EntityManager;
  /** Statements written by hand; for what decision 0015 names. Gives the rows, also those of `returning`. */
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  /** As `query`, planned once per connection under a name that must belong to this text alone. */
  prepared<R>(name: string, text: string, values?: unknown[]): Promise<R[]>;
}

/** A Tx over one connection, the one that the runner holds or takes. */
export function runnerTx(runner: QueryRunner): Tx {
  return {
    manager: runner.manager,
    query: async <R>(text: string, values?: unknown[]) =>
      (await runner.query(text, values, true)).records as R[],
    async prepared<R>(name: string, text: string, values?: unknown[]) {
      if (runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
      // TypeORM's own `query` cannot name a statement; its runner lends the connection.
      const client: PoolClient = await runner.connect();
      return (await client.query({ name, text, values })).rows as R[];
    },
  };
}

/** A Tx whose statements take a connection of the pool each, and give it back. */
export function sourceTx(source: DataSource): Tx {
  const once = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const runner = source.createQueryRunner();
    try {
      return await work(runnerTx(runner));
    } finally {
      await runner.release();
    }
  };
  return {
    manager: source.manager,
    query: (text, values) => once((tx) => tx.query(text, values)),
    prepared: (name, text, values) => once((tx) => tx.prepared(name, text, values)),
  };
}
