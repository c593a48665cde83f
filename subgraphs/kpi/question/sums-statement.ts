/**
 * The statement that counts. It adds what the sums hold to what they do not hold yet: cycles that changed
 * since they were summed, and due moments that have passed since. Questions on more than two axes are counted
 * from the cycles themselves.
 */
import {
  type Measure,
  type Moment as MomentName,
  measures,
  momentColumn,
  type Standing,
  standings,
} from '../cycle/measure.ts';
import { axes, columnOf } from '../dimension/coordinates.ts';
import type { Count } from '../figure/figure.ts';
import { type Cuboid, cuboidOf, periodsOf } from '../rollup/cuboid.ts';
import { momentsOf } from '../rollup/period.ts';
import { formatDay, startOfDay } from '../time/amman.ts';
import { axesOf, type Moment, type Question, seriesOf } from './question.ts';
import { bucketsFor } from './series.ts';
import { type ColumnOf, filterSql, joinsSql, keysSql, timeKeySql, Values } from './sql.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

/** Of the figure REOPENED: counted only where publications have matured. */
const maturing: ReadonlySet<Count> = new Set<Count>(['published', 'reopened']);

const isStanding = (count: Count): count is Standing => count in standings;
const ofCycle: ColumnOf = (axis) => columnOf[axis];
const instant = (values: Values, at: number) => values.add(new Date(at), 'timestamptz');

/** Rows of the statement: keys k1 and k2, and each count by its name; with `passed_to`, the clock it saw. */
export function sumsStatement(question: Question, counts: readonly Count[], moment: Moment): Statement {
  const values = new Values();
  const cuboid = cuboidOf(axesOf(question));
  const context: Context = { question, counts, moment, values };
  const parts = cuboid
    ? [...fromSums(context, cuboid), ...fromCycles(context, 'loose')]
    : fromCycles(context, 'counted_cycle');
  const sums = counts.map((count) => `sum(${count})::int as ${count}`).join(', ');
  const text = `
    with ${cuboid ? looseSql(context) : countedSql(context)},
    answer as (select k1, k2, ${sums} from (${parts.join('\nunion all\n')}) part group by k1, k2)
    select clock.passed_to, answer.* from clock left join answer on true`;
  return { text, values: values.list };
}

interface Context {
  question: Question;
  counts: readonly Count[];
  moment: Moment;
  values: Values;
}

function fromSums(context: Context, cuboid: Cuboid): string[] {
  const parts: string[] = [];
  if (context.counts.some((count) => !isStanding(count))) parts.push(fromRollup(context, cuboid));
  if (context.counts.some(isStanding)) parts.push(fromStanding(context, cuboid));
  return parts;
}

function columnsOf(cuboid: Cuboid, table: string): ColumnOf {
  return (axis) => `${table}.${cuboid.axes.indexOf(axis) === 0 ? 'a' : 'b'}`;
}

function fromRollup({ question, counts, moment, values }: Context, cuboid: Cuboid): string {
  const series = seriesOf(question);
  const buckets = bucketsFor(question.span, series, periodsOf(cuboid), moment.firstUnmatured);
  const column = columnsOf(cuboid, 'rollup');
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
    join rollup on rollup.cuboid = ${cuboid.number} and rollup.period = bucket.period and rollup.bucket = bucket.start
    ${joinsSql(question.by, column)}
    where ${filterSql(question.filter, column, values)} group by 1, 2`;
}

function fromStanding({ question, counts, values }: Context, cuboid: Cuboid): string {
  const column = columnsOf(cuboid, 'standing');
  const [k1, k2] = keysSql(question.by, column, "''");
  const sums = counts.map((count) => (isStanding(count) ? `sum(${count})` : '0'));
  return `
    select ${k1} as k1, ${k2} as k2, ${named(counts, sums)} from standing ${joinsSql(question.by, column)}
    where standing.cuboid = ${cuboid.number} and ${filterSql(question.filter, column, values)} group by 1, 2`;
}

/** Counts straight from rows that are cycles: each with a sign, and the moment up to which time has passed. */
function fromCycles({ question, counts, moment, values }: Context, source: string): string[] {
  const { from, to } = momentsOf(question.span);
  const within = (column: string) =>
    `${column} >= ${instant(values, from)} and ${column} < ${instant(values, to)}`;
  const select = (time: string, sums: string[], where: string) => {
    const [k1, k2] = keysSql(question.by, ofCycle, timeKeySql(question.by, time));
    const tables = `${source} ${joinsSql(question.by, ofCycle)}`;
    return `select ${k1} as k1, ${k2} as k2, ${named(counts, sums)} from ${tables} where ${where} group by 1, 2`;
  };
  const byMoment = Map.groupBy(
    counts.filter((count): count is Measure => !isStanding(count)),
    (count): MomentName => measures[count].on,
  );
  const parts = [...byMoment].map(([on, own]) => {
    const column = momentColumn[on];
    const matured = () => `${column} < ${instant(values, startOfDay(moment.firstUnmatured))}`;
    const sums = counts.map((count) => {
      if (isStanding(count) || !own.includes(count)) return '0';
      return signed(measures[count].sql, maturing.has(count) ? matured() : 'true');
    });
    return select(column, sums, within(column));
  });
  if (counts.some(isStanding)) {
    const sums = counts.map((count) => (isStanding(count) ? signed(standings[count].sql, 'true') : '0'));
    parts.push(select('submitted_at', sums, 'running'));
  }
  return parts;
}

function signed(condition: string, besides: string): string {
  const seen = condition.replaceAll('$passed', 'passed');
  return `sum(sign) filter (where ${seen} and ${besides})`;
}

function named(counts: readonly Count[], sums: string[]): string {
  return counts.map((count, index) => `coalesce(${sums[index]}, 0) as ${count}`).join(', ');
}

const columns = [
  ...axes.map((axis) => columnOf[axis]),
  ...Object.values(momentColumn),
  'acknowledged_on_time',
  'answered_at',
  'running',
  'classified',
  'misrouted',
  'reviewed',
  'first_pass',
  'reopened',
  'score',
  'working_minutes',
];

/** What the sums lack: with sign −1 a cycle as they know it, with sign 1 as it is now. */
function looseSql({ question, moment, values }: Context): string {
  const now = instant(values, moment.now);
  const passed = instant(values, moment.passed);
  const filter = filterSql(question.filter, ofCycle, values);
  const list = (table: string) => columns.map((column) => `${table}.${column}`).join(', ');
  const between = [Math.min(moment.now, moment.passed), Math.max(moment.now, moment.passed)];
  const [first, last] = between.map((at) => instant(values, at));
  const passes = (column: string) => `(${column} is not null and ${column} between ${first} and ${last})`;
  return `loose as materialized (
      select * from (
        select -1 as sign, ${passed} as passed, ${list('unsummed')} from unsummed where existed and counted
        union all
        select 1, ${now}, ${list('cycle')} from unsummed join cycle using (case_id, number) where cycle.counted
        union all
        select sign, sides.passed, ${list('cycle')}
        from cycle cross join (values (-1, ${passed}), (1, ${now})) as sides(sign, passed)
        where counted and (${['acknowledge_by', 'due_at', 'original_due_at'].map(passes).join(' or ')})
          and not exists (select from unsummed known where (known.case_id, known.number) = (cycle.case_id, cycle.number))
      ) signed_cycle where ${filter}
    )`;
}

function countedSql({ question, moment, values }: Context): string {
  const filter = filterSql(question.filter, ofCycle, values);
  return `counted_cycle as not materialized (
      select 1 as sign, ${instant(values, moment.now)} as passed, ${columns.join(', ')}
      from cycle where counted and ${filter}
    )`;
}
