import type { Tx } from '@bekhedmetkom/platform/database';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

export type TermKind = 'sector' | 'entity' | 'category' | 'governorate';

export interface Term extends Names {
  kind: TermKind;
  code: string;
  version: number;
  /** Of an entity: the sector it belongs to. */
  sector: string | null;
}

const upsertTerms = `
  insert into term (kind, code, version, ar, en, sector)
  select kind, code, version, ar, en, sector from json_populate_recordset(null::term, $1)
  on conflict (kind, code) do update
    set version = excluded.version, ar = excluded.ar, en = excluded.en, sector = excluded.sector
    where term.version < excluded.version`;

const upsertCalendar = `
  insert into calendar (version, working_days, holidays) values ($1, $2, $3)
  on conflict (single) do update
    set version = excluded.version, working_days = excluded.working_days, holidays = excluded.holidays
    where calendar.version < excluded.version`;

const readNames = `
  select kind, code, ar, en from term
  where (kind, code) in (select * from unnest($1::text[], $2::text[]))`;

/** Keeps terms, unless a newer version is known. */
export async function saveTerms(tx: Tx, terms: Term[]): Promise<void> {
  if (terms.length > 0) await tx.prepared('kpi-terms-save', upsertTerms, [JSON.stringify(terms)]);
}

/** Keeps which days are worked, unless a newer version is known. */
export async function saveCalendar(tx: Tx, calendar: Calendar): Promise<void> {
  const days = JSON.stringify(calendar.holidays.map(({ from, to }) => ({ from, to })));
  await tx.query(upsertCalendar, [calendar.version, calendar.workingDays, days]);
}

/** What things are called, in the order asked; null for one that the directory has not told of. */
export async function namesOf(
  tx: Tx,
  asked: readonly { kind: TermKind; code: string }[],
): Promise<(Names | null)[]> {
  const rows = await tx.prepared<{ kind: TermKind; code: string } & Names>('kpi-terms-names', readNames, [
    asked.map(({ kind }) => kind),
    asked.map(({ code }) => code),
  ]);
  const found = new Map(rows.map(({ kind, code, ar, en }) => [`${kind} ${code}`, { ar, en }]));
  return asked.map(({ kind, code }) => found.get(`${kind} ${code}`) ?? null);
}
