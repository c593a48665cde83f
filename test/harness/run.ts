import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

const prefix = 'test_';
const hour = 3_600_000;

/** A name for one run of the tests; all its databases begin with it. */
export function newRun(): string {
  return `${prefix}${Date.now().toString(36)}_${randomBytes(3).toString('hex')}`;
}

/** Runs one administrator's step on a server's own database. */
export async function asAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops what a run made and has not dropped itself. */
export async function dropRun(url: string, run: string): Promise<void> {
  await dropWhere(url, (name) => run !== '' && name.startsWith(run));
}

/** Drops what runs of more than two hours ago, killed before their end, left behind. */
export async function dropStale(url: string): Promise<void> {
  await dropWhere(url, (name) => {
    const made = Number.parseInt(name.slice(prefix.length).split('_')[0] ?? '', 36);
    return made < Date.now() - 2 * hour;
  });
}

async function dropWhere(url: string, isOurs: (name: string) => boolean): Promise<void> {
  await asAdmin(url, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      `select datname as name from pg_database where datname ~ '^${prefix}[0-9a-z]+_'`,
    );
    for (const { name } of rows.filter((row) => isOurs(row.name))) {
      await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    }
  });
}
