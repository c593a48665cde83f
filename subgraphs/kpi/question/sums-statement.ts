/**
 * The statement that counts. It adds what the sums hold to what they do not hold yet: cycles that changed
 * since they were summed, and due moments that have passed since; it takes off what lies outside the viewer's scope
 * where the sums do not tell it apart. Questions on more than two axes are counted from the cycles themselves.
 */

import { formatDay } from '@bekhedmetkom/time/amman';
import { addsOf } from '../cycle/measure.ts';
import type { Count } from '../figure/figure.ts';
import { type Aggregate, periodsOf } from '../rollup/aggregate.ts';
import {
  type Context,
  countedSql,
  fromCycles,
  isStanding,
  looseSql,
  maturing,
  named,
} from './cycles-part.ts';
import { planOf } from './plan.ts';
import { type AsOf, type Question, seriesOf } from './question.ts';
import { bucketsFor } from './series.ts';
import { type ColumnOf, filterSql, joinsSql, keysSql, Values } from './sql.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

/** Rows of the statement: keys k1 and k2, and each count by its name; with `processed_until`, the clock it saw. */
export function sumsStatement(asked: Question, counts: readonly Count[], moment: AsOf): Statement {
  const values = new Values();
  const { aggregate, question, less } = planOf(asked);
  const context: Context = { question, counts, moment, values };
  const tables = [aggregate ? looseSql(context) : countedSql(context, 'counted_cycle')];
  const parts = aggregate
    ? [...fromSums(context, aggregate), ...fromCycles(context, 'loose')]
    : fromCycles(context, 'counted_cycle');
  if (less) {
    const outside = { ...context, question: less };
    tables.push(countedSql(outside, 'less_cycle'));
    parts.push(...fromCycles(outside, 'less_cycle'));
  }
  // A number that the driver reads as one, and exact far beyond any sum there is.
  const typeOf = (count: Count) => (!isStanding(count) && addsOf(count) ? 'float8' : 'int');
  const sums = counts.map((count) => `sum(${count})::${typeOf(count)} as ${count}`).join(', ');
  const text = `
    with ${tables.join(', ')},
    answer as (select k1, k2, ${sums} from (${parts.join('\nunion all\n')}) part group by k1, k2)
    select clock.processed_until, answer.* from clock left join answer on true`;
  return { text, values: values.list };
}

function fromSums(context: Context, aggregate: Aggregate): string[] {
  const parts: string[] = [];
  if (context.counts.some((count) => !isStanding(count))) parts.push(fromRollup(context, aggregate));
  if (context.counts.some(isStanding)) parts.push(fromStanding(context, aggregate));
  return parts;
}

function columnsOf(aggregate: Aggregate, table: string): ColumnOf {
  return (axis) => `${table}.${aggregate.axes.indexOf(axis) === 0 ? 'a' : 'b'}`;
}

function fromRollup({ question, counts, moment, values }: Context, aggregate: Aggregate): string {
  const series = seriesOf(question);
  const buckets = bucketsFor(question.span, series, periodsOf(aggregate), moment.firstUnmatured);
  const column = columnsOf(aggregate, 'rollup');
  const [k1, k2] = keysSql(question.by, column, 'bucket.key');
  const sums = counts.map((count) => {
    if (isStanding(count)) return '0';
    return maturing.has(count) ? `sum(${count}) filter (where bucket.mature)` : `sum(${count})`;
  });
  const list = [
    values.add(`{${buckets.map(({ period }) => period).join()}}`, 'period[]'),
    values.add(`{${buckets.map(({ start }) => formatDay(start)).join()}}`, 'date[]'),
    values.add(`{${buckets.map(({ key }) => `"${key}"`).join()}}`, 'text[]'),
    values.add(`{${buckets.map(({ mature }) => mature).join()}}`, 'boolean[]'),
  ];
  return `
    select ${k1} as k1, ${k2} as k2, ${named(counts, sums)}
    from unnest(${list.join(', ')}) as bucket(period, start, key, mature)
    join rollup on rollup.aggregate = ${aggregate.number} and rollup.period = bucket.period and rollup.bucket = bucket.start
    ${joinsSql(question.by, column)}
    where ${filterSql(question.filter, column, values)} group by 1, 2`;
}

function fromStanding({ question, counts, values }: Context, aggregate: Aggregate): string {
  const column = columnsOf(aggregate, 'current_gauge');
  const [k1, k2] = keysSql(question.by, column, "''");
  const sums = counts.map((count) => (isStanding(count) ? `sum(${count})` : '0'));
  return `
    select ${k1} as k1, ${k2} as k2, ${named(counts, sums)} from current_gauge ${joinsSql(question.by, column)}
    where current_gauge.aggregate = ${aggregate.number} and ${filterSql(question.filter, column, values)} group by 1, 2`;
}
