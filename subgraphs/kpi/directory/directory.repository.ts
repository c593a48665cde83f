import type { Tx } from '@bekhedmetkom/platform/database';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { In, IsNull, Not } from 'typeorm';
import { CalendarRow, TermRow } from './directory.entity.ts';
import type { Term, TermKind } from './directory.ts';

const told = ['version', 'ar', 'en', 'sector', 'programme', 'restricted'];

/** Keeps terms, unless a newer version is known. */
export async function saveTerms({ manager }: Tx, terms: Term[]): Promise<void> {
  if (terms.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(TermRow)
    .values(terms)
    .orUpdate(told, ['kind', 'code'], { overwriteCondition: { where: 'term.version < excluded.version' } })
    .updateEntity(false)
    .execute();
}

/** Keeps which days are worked, unless a newer version is known. */
export async function saveCalendar({ manager }: Tx, calendar: Calendar): Promise<void> {
  const { version, workingDays } = calendar;
  const holidays = calendar.holidays.map(({ from, to }) => ({ from, to }));
  await manager
    .createQueryBuilder()
    .insert()
    .into(CalendarRow)
    .values({ single: true, version, workingDays, holidays })
    .orUpdate(['version', 'working_days', 'holidays'], ['single'], {
      overwriteCondition: { where: 'calendar.version < excluded.version' },
    })
    .updateEntity(false)
    .execute();
}

export interface KnownProgrammes {
  /** Programmes whose cases are for everybody to see, by what the directory has told so far. */
  open: readonly string[];
  /** By the code of a category: the programme that it belongs to. */
  programmeOfCategory: ReadonlyMap<string, string>;
}

/** Reads which programmes are open, and which categories belong to which. */
export async function readProgrammes({ manager }: Tx): Promise<KnownProgrammes> {
  const rows = await manager.findBy(TermRow, [
    { kind: 'programme', restricted: false },
    { kind: 'category', programme: Not(IsNull()) },
  ]);
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
  { manager }: Tx,
  asked: readonly { kind: TermKind; code: string }[],
): Promise<(Names | null)[]> {
  if (asked.length === 0) return [];
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const rows = await manager.findBy(
    TermRow,
    kinds.map((kind) => ({
      kind,
      code: In(asked.filter((one) => one.kind === kind).map(({ code }) => code)),
    })),
  );
  const found = new Map(rows.map(({ kind, code, ar, en }) => [`${kind} ${code}`, { ar, en }]));
  return asked.map(({ kind, code }) => found.get(`${kind} ${code}`) ?? null);
}
