/** Counting cycles by statements over whole tables: another way to the same sums, to fill and to compare. */
import {
  addsOf,
  type Measure,
  measureNames,
  measures,
  momentColumn,
  standingNames,
  standings,
  sumType,
} from '../cycle/measure.ts';
import { columnOf } from '../dimension/coordinates.ts';
import { binSql } from '../duration/histogram.ts';
import { type Aggregate, aggregates, isTimed } from '../rollup/aggregate.ts';

export interface CountedTable {
  name: string;
  create: string;
  aggregates: number[];
}

const counts = [...measureNames, ...standingNames];

/** A table of counts by aggregate and day. */
export function dayTable(name: string): CountedTable {
  const typeOf = (count: string) => (count in measures ? sumType(count as Measure) : 'int');
  const columns = counts.map((count) => `${count} ${typeOf(count)} not null`).join(', ');
  return {
    name,
    create: `create unlogged table ${name} (aggregate smallint, bucket date, a text, b text, ${columns})`,
    aggregates: aggregates.map(({ number }) => number),
  };
}

const localDay = (moment: string) => `(${moment} at time zone 'Asia/Amman')::date`;
const axis = (aggregate: Aggregate, place: number) => {
  const name = aggregate.axes[place];
  return name ? columnOf[name] : "''";
};

/** Counts a table of cycles into one of counts, with time passed up to `passed` (an SQL expression). */
export function countDays(source: string, target: CountedTable, passed: string): string[] {
  const byMoment = Map.groupBy(measureNames, (name) => measures[name].on);
  const count = (condition: string, sum = 'count(*)') =>
    `coalesce(${sum} filter (where ${condition.replaceAll('$passed', passed)}), 0)`;
  const sumOf = (name: Measure) => {
    const adds = addsOf(name);
    return count(measures[name].sql, adds ? `sum(${adds.sql})` : 'count(*)');
  };
  return aggregates.map((aggregate) => {
    const keys = `${axis(aggregate, 0)} as a, ${axis(aggregate, 1)} as b`;
    const parts = [...byMoment].map(([moment, own]) => {
      const column = momentColumn[moment];
      const values = counts.map((name) =>
        own.includes(name as Measure) ? `${sumOf(name as Measure)} as ${name}` : `0 as ${name}`,
      );
      return `select ${localDay(column)} as bucket, ${keys}, ${values.join(', ')}
        from ${source} where counted and ${column} is not null group by 1, 2, 3`;
    });
    const open = counts.map((name) =>
      name in standings ? `${count(standings[name as 'running'].sql)}` : '0',
    );
    parts.push(`select ${localDay('submitted_at')}, ${keys}, ${open.join(', ')}
      from ${source} where counted and running group by 1, 2, 3`);
    return `
      insert into ${target.name}
      select ${aggregate.number}, bucket, a, b, ${counts.map((name) => `sum(${name})`).join(', ')}
      from (${parts.join(' union all ')}) part group by bucket, a, b
      having ${counts.map((name) => `sum(${name}) <> 0`).join(' or ')}`;
  });
}

/** Makes the histograms of both tables of cycles, the second repeated into the past every `period` days. */
export function countDurations(source: string, repeated: string, repeats: number, period: number): string[] {
  const published = (table: string) =>
    aggregates
      .filter(isTimed)
      .map(
        (
          aggregate,
        ) => `select ${aggregate.number}::smallint as aggregate, ${localDay('published_at')} as bucket,
          ${axis(aggregate, 0)} as a, ${axis(aggregate, 1)} as b, ${binSql} as bin, count(*)::int as n
          from ${table} where counted and working_minutes is not null group by 1, 2, 3, 4, 5`,
      )
      .join(' union all ');
  const histograms = (table: string) => `
    select aggregate, bucket, a, b, array_agg(coalesce(n, 0) order by bin) as bins
    from (select aggregate, bucket, a, b, max(bin) as last from ${table} group by 1, 2, 3, 4) cell
    cross join generate_series(0, last) bin left join ${table} using (aggregate, bucket, a, b, bin) group by 1, 2, 3, 4`;
  const longer = (period: string, bucket: string, where: string) => `
    insert into duration
    select aggregate, '${period}', ${bucket}, a, b, sum_bins(bins) from duration
    where period = 'day' and ${where} group by 1, 3, 4, 5`;
  return [
    "create aggregate sum_bins (int[]) (sfunc = add_bins, stype = int[], initcond = '{}')",
    `create unlogged table binned as ${published(source)}`,
    `create unlogged table binned_once as ${published(repeated)}`,
    'analyze binned, binned_once',
    `create unlogged table once as ${histograms('binned_once')}`,
    `insert into duration
      select aggregate, 'day', bucket, a, b, sum_bins(bins) from (
        select aggregate, bucket - ${period} * repeat as bucket, a, b, bins
        from once cross join generate_series(0, ${repeats - 1}) repeat
        union all ${histograms('binned')}
      ) part group by 1, 3, 4, 5`,
    longer('week', 'bucket - extract(dow from bucket)::int', 'aggregate % 10 = 0'),
    longer('month', "date_trunc('month', bucket)::date", 'true'),
    'drop table binned, binned_once, once',
    'drop aggregate sum_bins (int[])',
  ];
}
