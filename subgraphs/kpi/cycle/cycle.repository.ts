import { type Mapping, mappingOf, type Tx } from '@bekhedmetkom/platform/database';
import type { DataSource } from 'typeorm';
import { CycleRow } from './cycle.entity.ts';
import { type Cycle, keyOf } from './cycle.ts';

type Row = Record<string, unknown>;

/** Statements over the columns of a cycle, as its entity says them. */
interface Statements extends Mapping<CycleRow> {
  ofCases: string;
  upsert: string;
  remember: string;
  takeImages: string;
  passed: string;
}

const backlog = 'select count(*)::int as count from (select from pending_delta limit $1) first_ones';
const isPassed = `(acknowledge_by between $1 and $2
  or (due_at is not null and due_at between $1 and $2)
  or (original_due_at is not null and original_due_at between $1 and $2))`;
const key: readonly string[] = ['case_id', 'number'];
const made = new WeakMap<DataSource, Statements>();

function statements(tx: Tx): Statements {
  const source = tx.manager.dataSource;
  const known = made.get(source);
  if (known) return known;
  const mapping = mappingOf(tx, CycleRow);
  const list = mapping.columns.join(', ');
  const written = mapping.columns.filter((column) => !key.includes(column));
  const fresh: Statements = {
    ...mapping,
    ofCases: `select ${list} from cycle where case_id = any($1::uuid[])`,
    upsert: `
      insert into cycle (${list}) select ${list} from json_populate_recordset(null::cycle, $1)
      on conflict (case_id, number) do update set ${written.map((column) => `${column} = excluded.${column}`)}`,
    // An earlier image stays: it is the one in the sums. Its lock keeps it from being summed before we commit.
    remember: `
      insert into pending_delta (${list}, existed)
      select ${list}, existed from json_populate_recordset(null::pending_delta, $1)
      on conflict (case_id, number) do update set number = excluded.number`,
    takeImages: `
      delete from pending_delta where (case_id, number) in (
        select case_id, number from pending_delta limit $1 for update skip locked
      ) returning ${list}, existed`,
    passed: `
      select ${list} from cycle where counted and ${isPassed} and not exists (
        select from pending_delta known where (known.case_id, known.number) = (cycle.case_id, cycle.number))
      union all
      select ${list} from pending_delta where existed and counted and ${isPassed}`,
  };
  made.set(source, fresh);
  return fresh;
}

/** A cycle as it was, null when it is new, and as it is. */
export interface CycleChange {
  before: Cycle | null;
  after: Cycle;
}

/** All cycles of these cases. */
export async function cyclesOf(tx: Tx, caseIds: string[]): Promise<Cycle[]> {
  const { ofCases, toEntity } = statements(tx);
  return (await tx.prepared<Row>('kpi-cycles-of', ofCases, [caseIds])).map(toEntity);
}

/** Writes changed cycles, and remembers that they are not in the sums as they are now. */
export async function saveCycles(tx: Tx, changes: CycleChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { remember, upsert, toRow } = statements(tx);
  const images = changes.map(({ before, after }) => ({
    ...toRow(before ?? after),
    existed: before !== null,
  }));
  await tx.prepared('kpi-cycles-remember', remember, [JSON.stringify(images)]);
  await tx.prepared('kpi-cycles-save', upsert, [JSON.stringify(changes.map(({ after }) => toRow(after)))]);
}

/** Takes changed cycles, at most `limit`, to sum them: they are forgotten when the transaction commits. */
export async function takePendingDeltas(tx: Tx, limit: number): Promise<CycleChange[]> {
  const { takeImages, toEntity } = statements(tx);
  const rows = await tx.prepared<Row & { existed: boolean }>('kpi-unsummed-take', takeImages, [limit]);
  if (rows.length === 0) return [];
  const images = rows.map((row) => ({ cycle: toEntity(row), existed: row.existed }));
  const existing = new Map(images.map(({ cycle, existed }) => [keyOf(cycle), existed ? cycle : null]));
  const current = await cyclesOf(tx, [...new Set(images.map(({ cycle }) => cycle.caseId))]);
  return current.flatMap((after) => {
    const before = existing.get(keyOf(after));
    return before === undefined ? [] : [{ before, after }];
  });
}

/** How many changed cycles are not summed; counts no further than `most`. */
export async function countPendingDeltas(tx: Tx, most: number): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>('kpi-unsummed-count', backlog, [most]);
  return row?.count ?? 0;
}

/**
 * Counted cycles, as the sums know them, with a moment that time passes between two (milliseconds since 1970).
 * Both are included: a due that has come is due at once, and late only after it.
 */
export async function cyclesPassed(tx: Tx, from: number, to: number): Promise<Cycle[]> {
  const { passed, toEntity } = statements(tx);
  const rows = await tx.prepared<Row>('kpi-cycles-passed', passed, [new Date(from), new Date(to)]);
  return rows.map(toEntity);
}
