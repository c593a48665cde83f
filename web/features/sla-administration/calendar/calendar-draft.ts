/** A calendar as its editor holds it: everything as it is typed, until it is sent. */
export interface PeriodDraft {
  /** Tells rows apart; never sent. */
  row: number;
  from: string;
  to: string;
  nameAr: string;
  nameEn: string;
  /** Of a holiday: not announced yet. */
  estimated: boolean;
  /** Of special hours. */
  hoursOpen: string;
  hoursClose: string;
}

export type PeriodList = 'holidays' | 'specialHours';

export interface CalendarDraft {
  effectiveFrom: string;
  workingDays: number[];
  hoursOpen: string;
  hoursClose: string;
  holidays: PeriodDraft[];
  specialHours: PeriodDraft[];
}

type Given = Omit<PeriodDraft, 'row' | 'estimated' | 'hoursOpen' | 'hoursClose'> & Partial<PeriodDraft>;

/** The calendar in force, as the draft that its editor begins with. */
export function draftOf(
  calendar: Pick<CalendarDraft, 'workingDays' | 'hoursOpen' | 'hoursClose'> &
    Record<PeriodList, readonly Given[]>,
  today: string,
): CalendarDraft {
  const rows = (list: readonly Given[]) =>
    list.map((one, row) => ({ estimated: false, hoursOpen: '', hoursClose: '', ...one, row }));
  const { workingDays, hoursOpen, hoursClose, holidays, specialHours } = calendar;
  return {
    effectiveFrom: today,
    workingDays: [...workingDays],
    hoursOpen,
    hoursClose,
    holidays: rows(holidays),
    specialHours: rows(specialHours),
  };
}

/** Rows that can still be changed: not those that are over. */
export function isOver(period: Pick<PeriodDraft, 'to'>, today: string): boolean {
  return period.to !== '' && period.to < today;
}

/** A period that nobody has filled in yet. */
export function emptyPeriod(
  list: readonly PeriodDraft[],
  hours: { hoursOpen: string; hoursClose: string },
): PeriodDraft {
  const row = Math.max(-1, ...list.map((one) => one.row)) + 1;
  return { row, from: '', to: '', nameAr: '', nameEn: '', estimated: false, ...hours };
}

/** The rows without the last day take the first one: most holidays are one day. */
export function toInput(draft: CalendarDraft) {
  const days = ({ from, to }: PeriodDraft) => ({ from, to: to || from });
  return {
    effectiveFrom: draft.effectiveFrom || null,
    workingDays: draft.workingDays,
    hoursOpen: draft.hoursOpen,
    hoursClose: draft.hoursClose,
    holidays: draft.holidays.map((one) => ({
      ...days(one),
      nameAr: one.nameAr,
      nameEn: one.nameEn,
      estimated: one.estimated,
    })),
    specialHours: draft.specialHours.map((one) => ({
      ...days(one),
      nameAr: one.nameAr,
      nameEn: one.nameEn,
      hoursOpen: one.hoursOpen,
      hoursClose: one.hoursClose,
    })),
  };
}

/** The id of the box that an error of `calendar.holidays.3.nameEn` is about; null when it is about the whole. */
export function boxOf(field: readonly string[] | null): string | null {
  const path = field?.[0] === 'calendar' ? field.slice(1) : [];
  const [first, place, name] = path;
  if (first === 'holidays' || first === 'specialHours') {
    return place !== undefined && name !== undefined ? `${first}-${place}-${name}` : null;
  }
  return first === undefined ? null : `calendar-${first}`;
}

/** Boxes of days that are empty: the graph takes no empty day. */
export function missingDays(draft: CalendarDraft): string[] {
  const of = (list: PeriodList) =>
    draft[list].flatMap((one, place) => (one.from === '' ? [`${list}-${place}-from`] : []));
  return [...of('holidays'), ...of('specialHours')];
}
