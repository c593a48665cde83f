/** Pieces of statements that all answers are made of. */

import { type Axis, axes } from '../dimension/coordinates.ts';
import type { Dimension } from '../dimension/dimension.ts';
import { axisOf, periodOf } from '../dimension/dimension.ts';
import type { Filter } from './question.ts';

/** The values of a statement, numbered as they are used. */
export class Values {
  readonly list: unknown[] = [];

  /** The placeholder of a value. */
  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/** Says which column holds an axis, in whatever is read. */
export type ColumnOf = (axis: Axis) => string;

/** Conditions that keep what a filter keeps; none is 'true'. */
export function filterSql(filter: Filter, column: ColumnOf, values: Values): string {
  const conditions = axes.flatMap((axis) => {
    const keys = filter.axes[axis];
    return keys ? [`${column(axis)} = any(${values.add(keys, 'text[]')})`] : [];
  });
  if (filter.sectors) conditions.push(sectorSql(filter.sectors, column('entity'), values));
  if (filter.programmes) conditions.push(programmesSql(filter.programmes, column('programme'), values));
  return conditions.join(' and ') || 'true';
}

function programmesSql(
  programmes: NonNullable<Filter['programmes']>,
  programme: string,
  values: Values,
): string {
  if ('among' in programmes) return `${programme} = any(${values.add(programmes.among, 'text[]')})`;
  // Each other programme that there is, found by skipping through the index: few cycles are theirs.
  return `${programme} = any(array(
      with recursive present as (
        (select programme from cycle order by programme limit 1)
        union all
        select (select programme from cycle where programme > present.programme order by programme limit 1)
        from present where present.programme is not null
      )
      select programme from present where programme <> all(${values.add(programmes.except, 'text[]')})))`;
}

function sectorSql(sectors: readonly string[], entity: string, values: Values): string {
  const wanted = values.add(sectors, 'text[]');
  const known = `${entity} = any(array(select code from term where kind = 'entity' and sector = any(${wanted})))`;
  if (!sectors.includes('')) return known;
  return `(${known} or not exists (select from term where kind = 'entity' and code = ${entity}))`;
}

/** The two keys of a row, in the order asked for; `time` is the key of the period it lies in. */
export function keysSql(by: readonly Dimension[], column: ColumnOf, time: string): [string, string] {
  const key = (dimension: Dimension | undefined): string => {
    const axis = dimension && axisOf(dimension);
    if (!axis) return dimension ? time : "''";
    return dimension === 'SECTOR' ? "coalesce(entity_term.sector_code, '')" : column(axis);
  };
  return [key(by[0]), key(by[1])];
}

/** What must be joined for the keys; its columns have names that no table of cycles or sums has. */
export function joinsSql(by: readonly Dimension[], column: ColumnOf): string {
  return by.includes('SECTOR')
    ? `left join (select code as entity_code, sector as sector_code from term where kind = 'entity') entity_term
       on entity_term.entity_code = ${column('entity')}`
    : '';
}

/** The key, in a series, of the period in Asia/Amman that a moment lies in: its first day, or year and month. */
export function timeKeySql(by: readonly Dimension[], moment: string): string {
  const local = `(${moment} at time zone 'Asia/Amman')`;
  switch (by.map(periodOf).find((period) => period !== null)) {
    case 'day':
      return `to_char(${local}, 'YYYY-MM-DD')`;
    case 'week':
      return `to_char(${local}::date - extract(dow from ${local})::int, 'YYYY-MM-DD')`;
    case 'month':
      return `to_char(${local}, 'YYYY-MM')`;
    default:
      return "''";
  }
}
