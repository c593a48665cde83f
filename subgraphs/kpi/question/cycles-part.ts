/** The parts of a counting statement that read cycles, one by one: those not summed yet, all, or those to take off. */

import { startOfDay } from '@bekhedmetkom/time/amman';
import {
  addsOf,
  type Measure,
  type MeasuredAt as MomentName,
  measures,
  momentColumn,
  type Standing,
  standings,
} from '../cycle/measure.ts';
import { axes, columnOf } from '../dimension/coordinates.ts';
import { momentsOf } from '../dimension/period.ts';
import type { Count } from '../figure/figure.ts';
import { type AsOf, type Question, seriesOf } from './question.ts';
import { type ColumnOf, filterSql, joinsSql, keysSql, timeKeySql, type Values } from './sql.ts';

export interface Context {
  question: Question;
  counts: readonly Count[];
  moment: AsOf;
  values: Values;
}

/** Of the figure REOPENED: counted only where publications have matured. */
export const maturing: ReadonlySet<Count> = new Set<Count>(['published', 'reopened']);

export const isStanding = (count: Count): count is Standing => count in standings;
const ofCycle: ColumnOf = (axis) => columnOf[axis];
const instant = (values: Values, at: number) => values.add(new Date(at), 'timestamptz');

/**
 * Counts straight from rows that are cycles, each with a sign and the moment up to which time has passed: in one
 * pass where each is counted in the same row of the answer, else moment by moment, as indexes lead to them.
 */
export function fromCycles(context: Context, source: 'loose' | 'counted_cycle' | 'less_cycle'): string[] {
  const { question, counts } = context;
  const window = windowOf(context);
  if (source !== 'counted_cycle' && !seriesOf(question)) {
    const sums = counts.map((count) =>
      isStanding(count) ? open(count) : `${counted(count, context)} and ${window(count)})`,
    );
    return [select(context, source, "''", sums, 'true')];
  }
  const measured = counts.filter((count): count is Measure => !isStanding(count));
  const parts = [...Map.groupBy(measured, (count): MomentName => measures[count].on)].map(([on, own]) => {
    const sums = counts.map((count) =>
      !isStanding(count) && own.includes(count) ? `${counted(count, context)})` : '0',
    );
    return select(context, source, momentColumn[on], sums, window(own[0] as Measure));
  });
  if (!counts.some(isStanding)) return parts;
  const sums = counts.map((count) => (isStanding(count) ? open(count) : '0'));
  return [...parts, select(context, source, "''", sums, 'running')];
}

function select(
  { question, counts }: Context,
  source: string,
  moment: string,
  sums: string[],
  where: string,
): string {
  const time = moment === "''" ? moment : timeKeySql(question.by, moment);
  const [k1, k2] = keysSql(question.by, ofCycle, time);
  return `
    select ${k1} as k1, ${k2} as k2, ${named(counts, sums)}
    from ${source} ${joinsSql(question.by, ofCycle)} where ${where} group by 1, 2`;
}

/** The condition that the moment of a count lies in the window. */
function windowOf({ question, values }: Context): (count: Measure) => string {
  const { from, to } = momentsOf(question.span);
  let bounds: [string, string] | null = null; // A value may not be given and then not used.
  return (count) => {
    bounds ??= [instant(values, from), instant(values, to)];
    const [first, end] = bounds;
    const column = momentColumn[measures[count].on];
    return `${column} >= ${first} and ${column} < ${end}`;
  };
}

/** Left open for more conditions. */
function counted(count: Measure, { moment, values }: Context): string {
  const condition = measures[count].sql.replaceAll('$passed', 'passed');
  const adds = addsOf(count);
  const sum = adds ? `sum(sign * ${adds.sql})` : 'sum(sign)';
  if (!maturing.has(count)) return `${sum} filter (where ${condition}`;
  const column = momentColumn[measures[count].on];
  return `${sum} filter (where ${condition} and ${column} < ${instant(values, startOfDay(moment.firstUnmatured))}`;
}

function open(count: Standing): string {
  return `sum(sign) filter (where ${standings[count].sql.replaceAll('$passed', 'passed')})`;
}

/** Each sum under the name of its count. */
export function named(counts: readonly Count[], sums: string[]): string {
  return counts.map((count, index) => `coalesce(${sums[index]}, 0) as ${count}`).join(', ');
}

const columns = [
  'number',
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
  'quality_score',
  'quality_max',
  'escalated',
  'imported',
];

/** What the sums lack: with sign −1 a cycle as they know it, with sign 1 as it is now. */
export function looseSql({ question, moment, values }: Context): string {
  const now = instant(values, moment.now);
  // A moment that is known lets the database see how few cycles lie between.
  const passed =
    moment.passed === null ? '(select processed_until from clock)' : instant(values, moment.passed);
  const filter = filterSql(question.filter, ofCycle, values);
  const list = (table: string) => columns.map((column) => `${table}.${column}`).join(', ');
  const ends = [`least(${passed}, ${now})`, `greatest(${passed}, ${now})`];
  const [first, last] =
    moment.passed === null
      ? ends
      : [moment.passed, moment.now].toSorted((one, other) => one - other).map((at) => instant(values, at));
  const passes = (column: string) => `(${column} is not null and ${column} between ${first} and ${last})`;
  return `loose as materialized (
      select * from (
        select -1 as sign, ${passed} as passed, ${list('pending_delta')} from pending_delta where existed and counted
        union all
        select 1, ${now}, ${list('cycle')} from pending_delta join cycle using (case_id, number) where cycle.counted
        union all
        select sign, sides.passed, ${list('cycle')}
        from cycle cross join (values (-1, ${passed}), (1, ${now})) as sides(sign, passed)
        where counted and (${['acknowledge_by', 'due_at', 'original_due_at'].map(passes).join(' or ')})
          and not exists (select from pending_delta known where (known.case_id, known.number) = (cycle.case_id, cycle.number))
      ) signed_cycle where ${filter}
    )`;
}

/** All cycles that count, as they are now; `less_cycle`: to be taken off. */
export function countedSql(
  { question, moment, values }: Context,
  source: 'counted_cycle' | 'less_cycle',
): string {
  const filter = filterSql(question.filter, ofCycle, values);
  const [sign, kept] = source === 'counted_cycle' ? [1, 'not materialized'] : [-1, 'materialized'];
  return `${source} as ${kept} (
      select ${sign} as sign, ${instant(values, moment.now)} as passed, ${columns.join(', ')}
      from cycle where counted and ${filter}
    )`;
}
