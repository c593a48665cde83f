import { setTimeout as sleep } from 'node:timers/promises';
import { backOff } from '@bekhedmetkom/time/back-off';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { jobSchema } from './job-tables.ts';

const extensions = ['pg_trgm', 'unaccent'];

// Of the role, not of connections: a pooler in transaction mode may stand between.
const roleSettings = (schema: string) => [
  `search_path=${schema}, public`,
  'statement_timeout=2500',
  'idle_in_transaction_session_timeout=10000',
];

const lostRace = new Set(['23505', '42710', '42P04', '42P06', 'XX000', '55006', '40001']);

/**
 * The administrator's step before migrations: makes, when missing, the database that `url` names, its role
 * with its password, the schemas that the role owns (its own and the one of its jobs), and the extensions. May run at
 * the same time elsewhere.
 */
export async function prepareSchema(options: {
  adminUrl: string;
  url: string;
  schema: string;
}): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prepareOnce(options);
    } catch (error) {
      if (attempt === 10 || !lostRace.has(String((error as { code?: unknown }).code))) throw error;
      await sleep(backOff(attempt, { first: 25, longest: 250, jitter: 1 }));
    }
  }
}

async function prepareOnce(options: { adminUrl: string; url: string; schema: string }): Promise<void> {
  const target = new URL(options.url);
  const database = decodeURIComponent(target.pathname.slice(1));
  await withClient(options.adminUrl, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await admin.query(`create database ${escapeIdentifier(database)}`);
    await prepareRole(admin, options.url, options.schema);
  });

  const inside = new URL(options.adminUrl);
  inside.pathname = target.pathname;
  await withClient(inside.href, async (admin) => {
    const role = escapeIdentifier(decodeURIComponent(target.username));
    await admin.query(
      `create schema if not exists ${escapeIdentifier(options.schema)} authorization ${role}`,
    );
    await admin.query(jobSchema(options.schema, role));
    for (const name of extensions) await admin.query(`create extension if not exists ${name} schema public`);
  });
}

async function prepareRole(admin: Client, url: string, schema: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.username);
  const role = escapeIdentifier(name);
  const login = `login password ${escapeLiteral(decodeURIComponent(target.password))}`;

  const found = await admin.query<{ settings: string[] }>(
    "select coalesce(rolconfig, '{}') as settings from pg_roles where rolname = $1",
    [name],
  );
  const settings = found.rows[0]?.settings;
  if (!settings) await admin.query(`create role ${role} ${login}`);
  else if (!(await canLogIn(url))) await admin.query(`alter role ${role} ${login}`);

  for (const setting of roleSettings(schema)) {
    if (settings?.includes(setting)) continue;
    const [key, value] = setting.split('=');
    await admin.query(`alter role ${role} set ${key} = ${value}`);
  }
}

async function canLogIn(url: string): Promise<boolean> {
  return withClient(url, async () => true).catch((error: { code?: string }) => error.code !== '28P01');
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // Reported by the statement that was running.
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
