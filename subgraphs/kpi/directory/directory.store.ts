import type { Tx } from '@bekhedmetkom/platform/database';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

export type TermKind = 'sector' | 'entity' | 'category' | 'governorate' | 'programme';

export interface Term extends Names {
  kind: TermKind;
  code: string;
  version: number;
  /** Of an entity: the sector it belongs to. */
  sector: string | null;
  /** Of a category: the programme it belongs to. */
  programme: string | null;
  /** Of a programme: its cases are not for everybody. */
  restricted: boolean;
}

const upsertTerms = `
  insert into term (kind, code, version, ar, en, sector, programme, restricted)
  select kind, code, version, ar, en, sector, programme, restricted from json_populate_recordset(null::term, $1)
  on conflict (kind, code) do update
    set version = excluded.version, ar = excluded.ar, en = excluded.en, sector = excluded.sector,
      programme = excluded.programme, restricted = excluded.restricted
    where term.version < excluded.version`;

const upsertCalendar = `
  insert into calendar (version, working_days, holidays) values ($1, $2, $3)
  on conflict (single) do update
    set version = excluded.version, working_days = excluded.working_days, holidays = excluded.holidays
    where calendar.version < excluded.version`;

const readNames = `
  select kind, code, ar, en from term
  where (kind, code) in (select * from unnest($1::text[], $2::text[]))`;

const knownProgrammes = `
  select kind, code, programme from term
  where (kind = 'programme' and not restricted) or (kind = 'category' and programme is not null)`;

/** Keeps terms, unless a newer version is known. */
export async function saveTerms(tx: Tx, terms: Term[]): Promise<void> {
  if (terms.length > 0) await tx.prepared('kpi-terms-save', upsertTerms, [JSON.stringify(terms)]);
}

/** Keeps which days are worked, unless a newer version is known. */
export async function saveCalendar(tx: Tx, calendar: Calendar): Promise<void> {
  const days = JSON.stringify(calendar.holidays.map(({ from, to }) => ({ from, to })));
  await tx.query(upsertCalendar, [calendar.version, calendar.workingDays, days]);
}

export interface KnownProgrammes {
  /** Programmes whose cases are for everybody to see, by what the directory has told so far. */
  open: readonly string[];
  /** By the code of a category: the programme that it belongs to. */
  programmeOfCategory: ReadonlyMap<string, string>;
}

/** Reads which programmes are open, and which categories belong to which. */
export async function readProgrammes(tx: Tx): Promise<KnownProgrammes> {
  type Row = { kind: TermKind; code: string; programme: string | null };
  const rows = await tx.prepared<Row>('kpi-terms-programmes', knownProgrammes);
  return {
    open: rows.filter(({ kind }) => kind === 'programme').map(({ code }) => code),
    programmeOfCategory: new Map(
      rows.flatMap(({ kind, code, programme }) =>
        kind === 'category' && programme !== null ? [[code, programme] as const] : [],
      ),
    ),
  };
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
