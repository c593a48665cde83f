import type { PoolClient, QueryConfig } from 'pg';

/** Where statements go: a transaction, or the database itself (each statement on its own). */
export interface Tx {
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  /** As `query`, planned once per connection under a name that must belong to this text alone. */
  prepared<R>(name: string, text: string, values?: unknown[]): Promise<R[]>;
}

type Run = (statement: QueryConfig) => Promise<{ rows: unknown[] }>;

/** A Tx over anything that runs a statement. */
export function makeTx(run: Run): Tx {
  return {
    query: async <R>(text: string, values?: unknown[]) => (await run({ text, values })).rows as R[],
    prepared: async <R>(name: string, text: string, values?: unknown[]) =>
      (await run({ name, text, values })).rows as R[],
  };
}

/** A Tx over one connection. `timeout` in milliseconds replaces the pool's, for long work. */
export function clientTx(client: PoolClient, timeout?: number): Tx {
  const limit = timeout === undefined ? {} : { query_timeout: timeout };
  return makeTx((statement) => client.query({ ...statement, ...limit }));
}
