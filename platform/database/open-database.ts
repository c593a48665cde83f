import { DataSource } from 'typeorm';
import { isUnavailable, StartupError } from '../errors/errors.ts';
import { Connection, columnTypes } from './connection.ts';
import { type MigrationClass, migrationTable, refusePending } from './pending.ts';
import { retried } from './retry.ts';
import { SnakeCase } from './snake-case.ts';
import { inTransaction } from './transaction.ts';
import { sourceTx, type Tx } from './tx.ts';

export interface Database extends Tx {
  source: DataSource;
  /**
   * Runs work in one transaction. `timeout` in milliseconds per statement, 2.5 s unless given. A transaction that
   * the database undid for another's sake (deadlock, serialisation) is run again: work may be called several times.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: { timeout?: number }): Promise<T>;
  /** Calls the listener after every transaction that committed, with the Tx it ran in. */
  onCommit(listener: (tx: Tx) => void): () => void;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export type EntityClass = new () => object;

interface Options {
  /** With the schema's own role, whose settings carry search_path and time-outs. */
  url: string;
  schema: string;
  /** One class for each table that is read or written through TypeORM. */
  entities?: EntityClass[];
  poolSize?: number;
  /** To check that none is pending. */
  migrations?: MigrationClass[];
}

// A frozen server answers nothing: these are what keeps a request from waiting with it.
const connectTimeout = 2_000;
const queryTimeout = 2_700;

/**
 * Opens the one database of a program, through one pool that TypeORM and plain statements share.
 * Throws a StartupError when it cannot be reached, is not migrated, or the role is not the schema's.
 * Later losses are errors of single statements; the pool recovers by itself.
 */
export async function openDatabase({
  url,
  schema,
  entities,
  poolSize,
  migrations,
}: Options): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema,
    entities: entities ?? [],
    namingStrategy: new SnakeCase(),
    poolSize: poolSize ?? 10,
    connectTimeoutMS: connectTimeout,
    installExtensions: false,
    migrationsTableName: migrationTable,
    logging: false,
    poolErrorHandler: () => {}, // An idle connection was lost; the next statement gets a new one.
    extra: { Client: Connection, types: columnTypes, query_timeout: queryTimeout, keepAlive: true },
  });
  await source.initialize().catch((cause: unknown) => {
    throw new StartupError(unreachable(url, cause), { cause });
  });

  const listeners = new Set<(tx: Tx) => void>();
  const direct = sourceTx(source);
  const database: Database = {
    manager: direct.manager,
    query: (text, values) => retried(() => direct.query(text, values)),
    prepared: (name, text, values) => retried(() => direct.prepared(name, text, values)),
    source,
    async transaction(work, { timeout } = {}) {
      const { result, tx } = await retried(() => inTransaction(source, work, timeout));
      for (const listener of listeners) listener(tx);
      return result;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ping: async () => void (await direct.query('select 1')),
    close: () => source.destroy(),
  };

  try {
    await refuseForeignRole(direct, schema);
    await refusePending(direct, schema, migrations ?? []);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function unreachable(url: string, cause: unknown): string {
  const { host, pathname } = new URL(url);
  const reason = isUnavailable(cause) ? 'nothing answers there' : String((cause as Error).message);
  return `The database at ${host}${pathname} cannot be opened: ${reason}.`;
}

async function refuseForeignRole(tx: Tx, schema: string): Promise<void> {
  const [row] = await tx.query<{ role: string; path: string | null }>(
    'select current_user as role, current_schema() as path',
  );
  if (row?.path === schema) return;
  throw new StartupError(
    `The database role "${row?.role}" works in schema "${row?.path}", not in "${schema}". Run "npm run migrate" first, or correct DATABASE_URL.`,
  );
}
