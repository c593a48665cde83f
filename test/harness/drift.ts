import type { Database } from '@bekhedmetkom/platform/database';

/** What TypeORM would change in the database to have it as the entities say: nothing, when they agree. */
export async function schemaDrift({ source }: Database): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

// What entities cannot express: each line is `kind name`.
const unexpressed = `
  select 'table ' || relname as line from pg_class
  where relnamespace = $1::regnamespace and relkind in ('r', 'p') and not relispartition
    and relname <> all ($2::text[]) and relname <> 'migration'
  union all
  select 'partitioned table ' || relname from pg_class where relnamespace = $1::regnamespace and relkind = 'p'
  union all
  select 'view ' || relname from pg_class where relnamespace = $1::regnamespace and relkind in ('v', 'm')
  union all
  select 'function ' || proname from pg_proc where pronamespace = $1::regnamespace
  union all
  select 'trigger ' || tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
  where relnamespace = $1::regnamespace and not tgisinternal and not relispartition
  union all
  select 'index ' || i.relname from pg_index join pg_class i on i.oid = indexrelid
  join pg_class t on t.oid = indrelid join pg_am on pg_am.oid = i.relam
  where i.relnamespace = $1::regnamespace and not t.relispartition
    and (indexprs is not null or amname <> 'btree' or indoption::text ~ '[1-9]' or indnatts > indnkeyatts
      or exists (select from unnest(indclass::oid[]) o join pg_opclass c on c.oid = o where not opcdefault))
  order by line`;

/** What the database has that its entities do not express: tables without one, functions, views, some indexes. */
export async function beyondEntities(database: Database): Promise<string[]> {
  const tables = database.source.entityMetadatas.map(({ tableName }) => tableName);
  const schema = (database.source.options as { schema?: string }).schema;
  const rows = await database.query<{ line: string }>(unexpressed, [schema, tables]);
  return [...new Set(rows.map(({ line }) => line))];
}
