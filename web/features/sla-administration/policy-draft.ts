/** A policy as its editor holds it: every figure as it is typed, until it is sent. */
import { addDays } from '@bekhedmetkom/time/amman';
import { type CaseType, caseTypes, type Importance } from '../../ui/vocabulary.ts';

export const importances = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const satisfies readonly Importance[];
export const pillars = ['QUALITY', 'TIME', 'STAFF', 'PROCEDURE', 'INFRASTRUCTURE'] as const;
export type Pillar = (typeof pillars)[number];
export type Unit = 'days' | 'minutes';

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
  acknowledge: Record<CaseType, string>;
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
export function draftOf(policy: GivenPolicy | null, today: string): PolicyDraft {
  const minutes = (type: CaseType) =>
    String(policy?.acknowledge.find((one) => one.type === type)?.minutes ?? '');
  const acknowledge = {
    COMPLAINT: minutes('COMPLAINT'),
    INQUIRY: minutes('INQUIRY'),
    COMPLIMENT: minutes('COMPLIMENT'),
    REPORT: minutes('REPORT'),
    SUGGESTION: minutes('SUGGESTION'),
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
  return { effectiveFrom: addDays(today, 1), acknowledge, rows };
}

function cellOf(time: GivenTime | undefined): Cell {
  if (!time) return empty();
  return time.workingDays === null
    ? { time: String(time.workingMinutes ?? ''), unit: 'minutes' }
    : { time: String(time.workingDays), unit: 'days' };
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
    acknowledge: caseTypes.map((type) => ({ type, minutes: wholeNumber(draft.acknowledge[type]) })),
    resolve: sentCells(draft).map(({ row, importance }) => {
      const { time, unit } = row.cells[importance];
      const figure = wholeNumber(time);
      return {
        type: row.type,
        pillar: row.pillar,
        importance,
        workingDays: unit === 'days' ? figure : null,
        workingMinutes: unit === 'minutes' ? figure : null,
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
