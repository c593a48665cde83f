import type { Pool, PoolClient } from 'pg';
import { types } from 'pg';
import type { DataSource } from 'typeorm';
import { isUnavailable } from '../errors/errors.ts';

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

/** The one connection pool of a process: TypeORM's own. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

/** Lends a connection of the pool. One that broke is thrown away; one whose statement failed is not. */
export async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that is lost between two statements tells nobody else; unheard, that would end the process.
  let broken = false;
  const onLoss = () => {
    broken = true;
  };
  client.on('error', onLoss);
  try {
    return await work(client);
  } catch (error) {
    broken ||= isUnavailable(error);
    throw error;
  } finally {
    client.off('error', onLoss);
    client.release(broken);
  }
}
