/**
 * The statement of a migration that gives a table another name, and its constraints and indexes, which are named after
 * it, with it. Nothing is copied; the table is locked for a moment.
 */
export function renameTable(from: string, to: string): string {
  return `
    do $$
    declare
      named record;
    begin
      alter table ${from} rename to ${to};
      for named in
        select conname as name from pg_constraint
        where conrelid = '${to}'::regclass and left(conname, ${from.length + 1}) = '${from}_'
      loop
        execute format('alter table ${to} rename constraint %I to %I',
          named.name, '${to}' || substr(named.name, ${from.length + 1}));
      end loop;
      for named in
        select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = '${to}'::regclass and left(c.relname, ${from.length + 1}) = '${from}_'
      loop
        execute format('alter index %I rename to %I', named.name, '${to}' || substr(named.name, ${from.length + 1}));
      end loop;
    end $$;
  `;
}
