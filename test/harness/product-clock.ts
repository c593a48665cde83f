/**
 * Sets the time of a whole product under test: of its database by functions of the names of PostgreSQL's own, which the
 * product's roles find first, and of its programs by `shifted-clock.ts`. Only a test that starts the product from outside
 * can do so: nothing in the product reads this.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';

export interface ProductClock {
  /** What each program must have in its environment. */
  environment: Record<string, string>;
  /** Makes it this moment for the product (ms since 1970); from there on its clocks go on as usual. */
  set(moment: number): Promise<void>;
}

const clocks = ['clock_timestamp', 'now', 'statement_timestamp', 'transaction_timestamp'];

/**
 * Prepares a database that is not migrated yet. `adminUrl` names the server, `database` what the product will use, `roles`
 * those of its programs.
 */
export async function openProductClock(options: {
  adminUrl: string;
  database: string;
  roles: readonly string[];
  folder: string;
}): Promise<ProductClock> {
  const { adminUrl, database, roles } = options;
  const inside = new URL(adminUrl);
  inside.pathname = `/${database}`;
  const name = escapeIdentifier(database);
  await withClient(adminUrl, async (admin) => {
    await admin.query(`create database ${name}`);
    for (const role of roles) await admin.query(`create role ${escapeIdentifier(role)}`);
  });
  await withClient(inside.href, async (admin) => {
    await admin.query(`
      create schema test_clock;
      create table test_clock.shift (ahead interval not null);
      insert into test_clock.shift values ('0');
      grant usage on schema test_clock to public;
      grant select on test_clock.shift to public`);
    for (const clock of clocks) {
      await admin.query(`
        create function test_clock.${clock}() returns timestamptz language sql volatile parallel safe
        as $$ select pg_catalog.${clock}() + ahead from test_clock.shift $$`);
    }
    for (const role of roles) {
      const path = `${escapeIdentifier(role)}, test_clock, pg_catalog, public`;
      await admin.query(`alter role ${escapeIdentifier(role)} in database ${name} set search_path = ${path}`);
    }
  });

  const file = join(options.folder, 'clock');
  await writeFile(file, '0');
  const loaded = new URL('shifted-clock.ts', import.meta.url).href;
  return {
    environment: { NODE_OPTIONS: `--import=${loaded}`, TEST_CLOCK_FILE: file },
    async set(moment) {
      const ahead = moment - Date.now();
      await writeFile(file, String(ahead));
      await withClient(inside.href, (admin) =>
        admin.query("update test_clock.shift set ahead = $1::float8 * interval '1 millisecond'", [ahead]),
      );
    },
  };
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
