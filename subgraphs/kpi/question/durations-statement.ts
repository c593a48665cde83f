/**
 * The statements for quantiles of durations: from histograms, or exactly from the cycles where there are no
 * histograms (rollup/aggregate.ts) or so few durations that exactness costs nothing.
 */

import { formatDay } from '@bekhedmetkom/time/amman';
import { columnOf } from '../dimension/coordinates.ts';
import { momentsOf } from '../dimension/period.ts';
import { binSql } from '../duration/histogram.ts';
import { type Aggregate, isTimed, periodsOf } from '../rollup/aggregate.ts';
import { type Plan, planOf } from './plan.ts';
import { type Question, seriesOf } from './question.ts';
import { bucketsFor } from './series.ts';
import { type ColumnOf, filterSql, joinsSql, keysSql, timeKeySql, Values } from './sql.ts';
import type { Statement } from './sums-statement.ts';

const ofCycle: ColumnOf = (axis) => columnOf[axis];
const fewDurations = 2_000;

/** How histograms answer a question on `n` durations; without a aggregate the cycles must. */
export function histogramsFor(question: Question, n: number): Plan {
  const plan = planOf(question, isTimed);
  // Few durations are cheap to read where an index leads to them: all of a window, or those of entities.
  const led =
    !question.filter.sectors && Object.keys(question.filter.axes).every((axis) => axis === 'entity');
  return led && n <= fewDurations ? { aggregate: null, question, less: null } : plan;
}

/** Rows: keys k1 and k2, median and p90 in working minutes, exact. */
export function exactDurations(question: Question): Statement {
  const values = new Values();
  const [k1, k2] = keysSql(question.by, ofCycle, timeKeySql(question.by, 'published_at'));
  const { from, to } = momentsOf(question.span);
  const quantile = (q: number) => `percentile_disc(${q}) within group (order by working_minutes)`;
  const text = `
    select ${k1} as k1, ${k2} as k2, ${quantile(0.5)} as median, ${quantile(0.9)} as p90
    from cycle ${joinsSql(question.by, ofCycle)}
    where counted and working_minutes is not null
      and published_at >= ${values.add(new Date(from), 'timestamptz')}
      and published_at < ${values.add(new Date(to), 'timestamptz')}
      and ${filterSql(question.filter, ofCycle, values)}
    group by 1, 2`;
  return { text, values: values.list };
}

/** Rows: keys k1 and k2, and either a histogram `bins`, or one duration of `bin` to count up or down by `sign`. */
export function binnedDurations({ question, less, aggregate }: Plan & { aggregate: Aggregate }): Statement {
  const values = new Values();
  const buckets = bucketsFor(question.span, seriesOf(question), periodsOf(aggregate));
  const column: ColumnOf = (axis) => `duration.${aggregate.axes.indexOf(axis) === 0 ? 'a' : 'b'}`;
  const [k1, k2] = keysSql(question.by, column, 'bucket.key');
  const list = [
    values.add(`{${buckets.map(({ period }) => period).join()}}`, 'period[]'),
    values.add(`{${buckets.map(({ start }) => formatDay(start)).join()}}`, 'date[]'),
    values.add(`{${buckets.map(({ key }) => `"${key}"`).join()}}`, 'text[]'),
  ];
  const text = `
    select ${k1} as k1, ${k2} as k2, bins, null::int as bin, 1 as sign
    from unnest(${list.join(', ')}) as bucket(period, start, key)
    join duration on duration.aggregate = ${aggregate.number} and duration.period = bucket.period and duration.bucket = bucket.start
    ${joinsSql(question.by, column)}
    where ${filterSql(question.filter, column, values)}
    union all
    ${singleDurations(question, loose, values)}
    ${less ? `union all ${singleDurations(less, outside, values)}` : ''}`;
  return { text, values: values.list };
}

/** Durations to count one by one, with a sign: of cycles that `source` gives. */
function singleDurations(question: Question, source: string, values: Values): string {
  const { from, to } = momentsOf(question.span);
  const [k1, k2] = keysSql(question.by, ofCycle, timeKeySql(question.by, 'published_at'));
  return `
    select ${k1}, ${k2}, null, ${binSql}, sign
    from (${source}) single ${joinsSql(question.by, ofCycle)}
    where working_minutes is not null
      and published_at >= ${values.add(new Date(from), 'timestamptz')}
      and published_at < ${values.add(new Date(to), 'timestamptz')}
      and ${filterSql(question.filter, ofCycle, values)}`;
}

function columns(table: string): string {
  return [...Object.values(columnOf), 'published_at', 'working_minutes']
    .map((column) => `${table}.${column}`)
    .join(', ');
}

/** What the histograms do not know yet. */
const loose = `
  select -1 as sign, ${columns('pending_delta')} from pending_delta where existed and counted
  union all
  select 1, ${columns('cycle')} from pending_delta join cycle using (case_id, number) where cycle.counted`;
/** What is to be taken off. */
const outside = `select -1 as sign, ${columns('cycle')} from cycle where counted`;
