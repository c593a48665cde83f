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
  insert into rollup (cuboid, period, bucket, a, b, ${measureList})
  select * from unnest($1::smallint[], $2::period[], $3::date[], $4::text[], $5::text[], ${parameters(measureNames.map(sumType), 6)})
    as change(cuboid, period, bucket, a, b) order by cuboid, period, bucket, a collate "C", b collate "C"
  on conflict (cuboid, period, bucket, a, b) do update set ${added('rollup', measureNames)}`;

const upsertStandings = `
  insert into standing (cuboid, a, b, ${standingList})
  select * from unnest($1::smallint[], $2::text[], $3::text[], ${parameters(
    standingNames.map(() => 'int'),
    4,
  )})
  on conflict (cuboid, a, b) do update set ${added('standing', standingNames)}`;

const upsertDurations = `
  insert into duration (cuboid, period, bucket, a, b, bins)
  select cuboid, period, bucket, a, b, bins::int[]
  from unnest($1::smallint[], $2::period[], $3::date[], $4::text[], $5::text[], $6::text[])
    as change(cuboid, period, bucket, a, b, bins)
  on conflict (cuboid, period, bucket, a, b) do update set bins = add_bins(duration.bins, excluded.bins)`;

/** Writes changes into the sums. The caller holds the clock, which is the turn to change them. */
export async function applyChanges(tx: Tx, changes: Changes): Promise<void> {
  for (const rows of sliced(changes.sums())) {
    const values = [...cellsOf(rows), ...countsOf(measureNames, rows)];
    await tx.prepared('kpi-sums', upsertSums, values);
  }
  for (const rows of sliced(changes.standings())) {
    const [cuboids, a, b] = [column(rows, cuboid), rows.map((row) => row.a), rows.map((row) => row.b)];
    await tx.prepared('kpi-standings', upsertStandings, [cuboids, a, b, ...countsOf(standingNames, rows)]);
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

const cuboid = (row: Cell) => row.cuboid;

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
    column(rows, cuboid),
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
