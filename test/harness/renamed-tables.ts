import { type MigrationClass, migrate } from '@bekhedmetkom/platform/database';
import { escapeIdentifier } from 'pg';
import { openTestDatabase } from './database.ts';
import { asAdmin } from './run.ts';

interface Columns {
  table: string;
  column: string;
  type: string;
  generated: boolean;
}

const columnsOf = `
  select c.relname as "table", a.attname as column, format_type(a.atttypid, null) as type,
    a.attgenerated <> '' or a.attidentity <> '' as generated
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
    and not a.attisdropped and c.relname <> 'migration'
  order by 1, a.attnum`;

const values: Record<string, string> = {
  bigint: '7',
  boolean: 'true',
  bytea: `'\\x07'`,
  date: `'2026-11-18'`,
  'double precision': '0.7',
  integer: '7',
  interval: `'7 minutes'`,
  json: `'{"a": 7}'`,
  jsonb: `'{"a": 7}'`,
  real: '0.7',
  smallint: '10',
  text: `'seven'`,
  tsvector: `'seven'`,
  period: `'day'`,
  'timestamp with time zone': `'2026-11-18T07:20:00Z'`,
  uuid: `'0199a1f0-0000-7000-8000-000000000007'`,
};

/**
 * Fills every table of a database of the release before (`before`) with a row that has a value in each column, migrates
 * it with `after`, and gives the rows of each table before and afterwards, by the names that it had and has. Constraints are set aside, so that any row can stand alone.
 */
export async function migrateFilledTables(
  schema: string,
  before: MigrationClass[],
  after: MigrationClass[],
): Promise<{ before: Record<string, object[]>; after: Record<string, object[]> }> {
  await using test = await openTestDatabase(schema, before);
  const rowsOf = (): Promise<Record<string, object[]>> =>
    asAdmin(test.adminUrl, async (admin) => {
      const { rows } = await admin.query<Columns>(columnsOf, [schema]);
      const found: Record<string, object[]> = {};
      for (const table of new Set(rows.map((row) => row.table)))
        found[table] = (await admin.query(`select * from ${schema}.${escapeIdentifier(table)}`)).rows;
      return found;
    });
  await asAdmin(test.adminUrl, async (admin) => {
    await admin.query('set session_replication_role = replica'); // No foreign keys, no triggers.
    await admin.query(`set search_path = ${schema}`);
    await admin.query(`
      do $$ declare one record; begin
        for one in select conrelid::regclass as place, conname from pg_constraint
          where connamespace = '${schema}'::regnamespace and contype = 'c' and coninhcount = 0
        loop execute format('alter table %s drop constraint %I', one.place, one.conname); end loop;
      end $$`);
    const { rows } = await admin.query<Columns>(columnsOf, [schema]);
    for (const [table, columns] of Map.groupBy(rows, (row) => row.table)) {
      const written = columns.filter(({ generated }) => !generated);
      const given = written.map(
        ({ type }) =>
          values[type.replace(`${schema}.`, '')] ?? (type.endsWith('[]') ? `'{}'::${type}` : 'default'),
      );
      await admin.query(
        `insert into ${escapeIdentifier(table)} (${written.map(({ column }) => escapeIdentifier(column)).join(', ')})
         values (${given.join(', ')}) on conflict do nothing`,
      );
    }
  });
  const old = await rowsOf();
  await migrate({ adminUrl: test.adminUrl, url: test.url, schema, migrations: after });
  return { before: old, after: await rowsOf() };
}

/** The rows under other names of tables (`a` → `b`) and of columns (`table.a` → `b`). */
export function rename(
  rows: Record<string, object[]>,
  tables: Record<string, string>,
  columns: Record<string, string>,
): Record<string, object[]> {
  return Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [
      tables[table] ?? table,
      all.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [columns[`${table}.${name}`] ?? name, value]),
        ),
      ),
    ]),
  );
}
