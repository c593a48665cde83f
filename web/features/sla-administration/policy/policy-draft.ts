/** A policy as its editor holds it: every figure as it is typed, until it is sent. */
import { addDays } from '@bekhedmetkom/time/amman';
import { type CaseType, caseTypes, type Importance } from '../../../ui/vocabulary.ts';

export const importances = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const satisfies readonly Importance[];
export const pillars = ['QUALITY', 'TIME', 'STAFF', 'PROCEDURE', 'INFRASTRUCTURE'] as const;
export type Pillar = (typeof pillars)[number];
/** Working time as people say it; a day is one of the usual hours. */
export const units = ['days', 'hours', 'minutes'] as const;
export type Unit = (typeof units)[number];

export interface Cell {
  time: string;
  unit: Unit;
}

/** One line of the matrix; a pillar of null stands for all that have no line of their own. */
export interface PolicyRow {
  type: CaseType;
  pillar: Pillar | null;
  cells: Record<Importance, Cell>;
}

export interface PolicyDraft {
  effectiveFrom: string;
  acknowledge: Record<CaseType, Cell>;
  /** Working minutes of a usual day. */
  dayMinutes: number;
  rows: PolicyRow[];
}

interface GivenTime {
  type: CaseType;
  pillar: Pillar | null;
  importance: Importance;
  workingDays: number | null;
  workingMinutes: number | null;
}

interface GivenPolicy {
  acknowledge: readonly { type: CaseType; minutes: number }[];
  resolve: readonly GivenTime[];
}

/** A compliment is due by its acknowledgement time only. */
const typesOfMatrix = caseTypes.filter((type) => type !== 'COMPLIMENT');
const empty = (): Cell => ({ time: '', unit: 'days' });
const byImportance = <T>(of: (importance: Importance) => T): Record<Importance, T> => ({
  LOW: of('LOW'),
  MEDIUM: of('MEDIUM'),
  HIGH: of('HIGH'),
  CRITICAL: of('CRITICAL'),
});

/**
 * The policy in force as rows, types in the order in which people read them; null: nothing but empty rows. It takes
 * effect at the coming midnight unless another day is chosen.
 */
export function draftOf(policy: GivenPolicy | null, today: string, dayMinutes: number): PolicyDraft {
  const time = (type: CaseType): Cell => {
    const given = policy?.acknowledge.find((one) => one.type === type)?.minutes;
    return given === undefined ? { time: '', unit: 'hours' } : saidOf(given, dayMinutes);
  };
  const acknowledge = {
    COMPLAINT: time('COMPLAINT'),
    INQUIRY: time('INQUIRY'),
    COMPLIMENT: time('COMPLIMENT'),
    REPORT: time('REPORT'),
    SUGGESTION: time('SUGGESTION'),
  };
  const rows = typesOfMatrix.flatMap((type): PolicyRow[] => {
    const given = policy?.resolve.filter((one) => one.type === type) ?? [];
    const kinds = [...pillars, null].filter((pillar) => given.some((one) => one.pillar === pillar));
    return (kinds.length > 0 ? kinds : [null]).map((pillar) => ({
      type,
      pillar,
      cells: byImportance((importance) =>
        cellOf(given.find((one) => one.pillar === pillar && one.importance === importance)),
      ),
    }));
  });
  return { effectiveFrom: addDays(today, 1), acknowledge, rows, dayMinutes };
}

function cellOf(time: GivenTime | undefined): Cell {
  if (!time) return empty();
  if (time.workingDays !== null) return { time: String(time.workingDays), unit: 'days' };
  // A time in minutes ends at an hour of the day, one in days at the end of its last day: it is never said in days.
  return time.workingMinutes === null ? empty() : saidOf(time.workingMinutes, null);
}

/** Minutes as people say them: in whole days, else in whole hours, else in minutes. */
function saidOf(minutes: number, dayMinutes: number | null): Cell {
  if (dayMinutes !== null && minutes > 0 && minutes % dayMinutes === 0) {
    return { time: String(minutes / dayMinutes), unit: 'days' };
  }
  return minutes > 0 && minutes % 60 === 0
    ? { time: String(minutes / 60), unit: 'hours' }
    : { time: String(minutes), unit: 'minutes' };
}

/** Minutes of a time that is not counted in days. */
const minutesOf = ({ time, unit }: Cell): number => wholeNumber(time) * (unit === 'hours' ? 60 : 1);

/** Working minutes of a usual day that opens and closes at `HH:MM`. */
export function minutesOfDay({ hoursOpen, hoursClose }: { hoursOpen: string; hoursClose: string }): number {
  const of = (clock: string) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return hours * 60 + minutes;
  };
  return Math.max(1, of(hoursClose) - of(hoursOpen));
}

/** What the policy in force has in the cells that a draft has changed, by the id of their boxes. */
export function changedCells(draft: PolicyDraft, inForce: PolicyDraft): Map<string, Cell> {
  const differs = (one: Cell, other: Cell) =>
    (one.unit === 'days') !== (other.unit === 'days') ||
    (one.unit === 'days'
      ? wholeNumber(one.time) !== wholeNumber(other.time)
      : minutesOf(one) !== minutesOf(other)) ||
    (one.time.trim() === '') !== (other.time.trim() === '');
  const minutes = (cell: Cell): number =>
    cell.unit === 'days' ? wholeNumber(cell.time) * draft.dayMinutes : minutesOf(cell);
  const changed = new Map<string, Cell>();
  for (const type of caseTypes) {
    const before = inForce.acknowledge[type];
    if (minutes(draft.acknowledge[type]) !== minutes(before)) changed.set(`acknowledge-${type}`, before);
  }
  for (const [place, row] of draft.rows.entries()) {
    const same = inForce.rows.filter(({ type }) => type === row.type);
    const before =
      same.find(({ pillar }) => pillar === row.pillar) ?? same.find(({ pillar }) => pillar === null);
    for (const importance of importances) {
      const was = before?.cells[importance] ?? empty();
      if (differs(row.cells[importance], was)) changed.set(`cell-${place}-${importance}`, was);
    }
  }
  return changed;
}

/** A row for each pillar in place of one for all of them, or the other way round; the times go along. */
export function regrouped(rows: readonly PolicyRow[], type: CaseType): PolicyRow[] {
  const at = rows.findIndex((row) => row.type === type);
  const [first] = rows.slice(at, at + 1);
  if (!first) return [...rows];
  const copy = (pillar: Pillar | null): PolicyRow => ({
    type,
    pillar,
    cells: byImportance((importance) => ({ ...first.cells[importance] })),
  });
  const instead = first.pillar === null ? pillars.map(copy) : [copy(null)];
  return [...rows.slice(0, at), ...instead, ...rows.slice(at).filter((row) => row.type !== type)];
}

/** What is sent: empty cells are left out, so that the service names the holes. */
export function toInput(draft: PolicyDraft, programme: string) {
  return {
    programme,
    effectiveFrom: draft.effectiveFrom,
    acknowledge: caseTypes.map((type) => {
      const cell = draft.acknowledge[type];
      const inDays = cell.unit === 'days';
      return { type, minutes: inDays ? wholeNumber(cell.time) * draft.dayMinutes : minutesOf(cell) };
    }),
    resolve: sentCells(draft).map(({ row, importance }) => {
      const cell = row.cells[importance];
      return {
        type: row.type,
        pillar: row.pillar,
        importance,
        workingDays: cell.unit === 'days' ? wholeNumber(cell.time) : null,
        workingMinutes: cell.unit === 'days' ? null : minutesOf(cell),
      };
    }),
  };
}

function sentCells(draft: PolicyDraft) {
  return draft.rows.flatMap((row, place) =>
    importances
      .filter((importance) => row.cells[importance].time.trim() !== '')
      .map((importance) => ({ row, place, importance })),
  );
}

/** The id of the box that an error of `policy.resolve.3` is about; null when it is about the whole. */
export function boxIn(draft: PolicyDraft): (field: readonly string[] | null) => string | null {
  const sent = sentCells(draft);
  return (field) => {
    const [, list, place] = field?.[0] === 'policy' ? field : [];
    if (list === 'effectiveFrom') return 'policy-effectiveFrom';
    if (list === 'acknowledge') return 'acknowledge-COMPLAINT';
    const cell = list === 'resolve' && place !== undefined ? sent[Number(place)] : undefined;
    return cell ? `cell-${cell.place}-${cell.importance}` : null;
  };
}

/** A whole number as it is typed, in Latin or Arabic digits; 0, which is refused, for anything else. */
export function wholeNumber(typed: string): number {
  const latin = typed.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return /^\d{1,6}$/.test(latin) ? Number(latin) : 0;
}

/** The days of a window that ends today, half-open: `YYYY-MM-DD`. */
export function windowOf(today: string, days: number): { from: string; to: string } {
  return { from: addDays(today, 1 - days), to: addDays(today, 1) };
}
