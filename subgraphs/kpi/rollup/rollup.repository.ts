import type { Tx } from '@bekhedmetkom/platform/database';
import { formatDay } from '@bekhedmetkom/time/amman';
import { measureNames, standingNames, sumType } from '../cycle/measure.ts';
import type { Bucketed, Cell, Changes, DurationChange, StandingChange, SumChange } from './changes.ts';

/** Rows to a statement: far from any time-out, near to what one statement does best. */
const slice = 5_000;

const measureList = measureNames.join(', ');
const standingList = standingNames.join(', ');
const parameters = (types: readonly string[], first: number) =>
  types.map((type, index) => `$${first + index}::${type}[]`).join(', ');
const added = (table: string, names: readonly string[]) =>
  names.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ');

const upsertSums = `
  insert into rollup (aggregate, period, bucket, a, b, ${measureList})
  select * from unnest($1::smallint[], $2::period[], $3::date[], $4::text[], $5::text[], ${parameters(measureNames.map(sumType), 6)})
    as change(aggregate, period, bucket, a, b) order by aggregate, period, bucket, a collate "C", b collate "C"
  on conflict (aggregate, period, bucket, a, b) do update set ${added('rollup', measureNames)}`;

const upsertStandings = `
  insert into current_gauge (aggregate, a, b, ${standingList})
  select * from unnest($1::smallint[], $2::text[], $3::text[], ${parameters(
    standingNames.map(() => 'int'),
    4,
  )})
  on conflict (aggregate, a, b) do update set ${added('current_gauge', standingNames)}`;

const upsertDurations = `
  insert into duration (aggregate, period, bucket, a, b, bins)
  select aggregate, period, bucket, a, b, bins::int[]
  from unnest($1::smallint[], $2::period[], $3::date[], $4::text[], $5::text[], $6::text[])
    as change(aggregate, period, bucket, a, b, bins)
  on conflict (aggregate, period, bucket, a, b) do update set bins = add_bins(duration.bins, excluded.bins)`;

/** Writes changes into the sums. The caller holds the clock, which is the turn to change them. */
export async function applyChanges(tx: Tx, changes: Changes): Promise<void> {
  for (const rows of sliced(changes.sums())) {
    const values = [...cellsOf(rows), ...countsOf(measureNames, rows)];
    await tx.prepared('kpi-sums', upsertSums, values);
  }
  for (const rows of sliced(changes.standings())) {
    const [aggregates, a, b] = [column(rows, aggregate), rows.map((row) => row.a), rows.map((row) => row.b)];
    await tx.prepared('kpi-standings', upsertStandings, [aggregates, a, b, ...countsOf(standingNames, rows)]);
  }
  for (const rows of sliced(changes.durations())) {
    await tx.prepared('kpi-durations', upsertDurations, durationValues(rows));
  }
}

function sliced<R>(rows: R[]): R[][] {
  return Array.from({ length: Math.ceil(rows.length / slice) }, (_, index) =>
    rows.slice(index * slice, (index + 1) * slice),
  );
}

const aggregate = (row: Cell) => row.aggregate;

function cellsOf(rows: (Cell & Bucketed)[]): unknown[] {
  return [...bucketsOf(rows), rows.map((row) => row.a), rows.map((row) => row.b)];
}

function durationValues(rows: DurationChange[]): unknown[] {
  return [...cellsOf(rows), rows.map((row) => `{${row.bins.join()}}`)];
}

function bucketsOf(rows: (Cell & Bucketed)[]): string[] {
  const days = new Map<number, string>();
  const dayText = (day: number): string => {
    const text = days.get(day) ?? formatDay(day);
    days.set(day, text);
    return text;
  };
  return [
    column(rows, aggregate),
    column(rows, (row) => row.period),
    column(rows, (row) => dayText(row.bucket)),
  ];
}

// Written out by hand: the driver's own way to print an array costs more than the statement.
function countsOf(names: readonly string[], rows: (SumChange | StandingChange)[]): string[] {
  return names.map((_, index) => column(rows, (row) => row.counts[index] ?? 0));
}

function column<R>(rows: R[], value: (row: R) => string | number): string {
  return `{${rows.map(value).join()}}`;
}
