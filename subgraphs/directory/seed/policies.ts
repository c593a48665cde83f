import type { Calendar, SlaPolicyText } from '@bekhedmetkom/schema/events/directory';
import { type CaseType, type Pillar, programmes } from '@bekhedmetkom/schema/events/vocabulary';
import { type DirectoryFile, importanceOfFile } from './directory-file.ts';

const isoWeekday = { MON: 1, TUE: 2, WED: 3, THU: 4, FRI: 5, SAT: 6, SUN: 7 };
const anyPillar = ['INQUIRY', 'REPORT', 'SUGGESTION'] as const;
const beforeAnyCase = '2000-01-01';

/** The pillar by the name we use; the file abbreviates one. */
export function pillarOf(written: Exclude<Pillar, 'INFRASTRUCTURE'> | 'INFRA'): Pillar {
  return written === 'INFRA' ? 'INFRASTRUCTURE' : written;
}

export function calendarOf({
  calendar,
}: DirectoryFile): Omit<Calendar, 'version' | 'effectiveFrom' | 'mayShorten'> {
  const { regularHours, ramadanOverrides, holidays } = calendar;
  return {
    workingDays: regularHours.days.map((day) => isoWeekday[day]).sort(),
    hours: { opens: minuteOfDay(regularHours.start), closes: minuteOfDay(regularHours.end) },
    specialHours: ramadanOverrides.map(({ firstDay, lastDay, start, end }) => ({
      from: firstDay,
      to: lastDay,
      hours: { opens: minuteOfDay(start), closes: minuteOfDay(end) },
      names: { ar: 'رمضان', en: 'Ramadan' },
    })),
    holidays: holidays.map(({ date, to, nameAr, nameEn, estimated }) => ({
      from: date,
      to: to ?? date,
      names: { ar: nameAr, en: nameEn },
      estimated,
    })),
  };
}

/** The same time to acknowledge for every type: the files have one figure for what is not weighed yet. */
export function acknowledgeOf(minutes: number): Record<CaseType, number> {
  return { COMPLAINT: minutes, INQUIRY: minutes, COMPLIMENT: minutes, REPORT: minutes, SUGGESTION: minutes };
}

/** The file's one matrix, for every programme. */
export function slaPoliciesOf({ slaMatrixWorkingDays }: DirectoryFile): Omit<SlaPolicyText, 'version'>[] {
  const { ackWorkingHours, COMPLAINT, ...others } = slaMatrixWorkingDays;
  const perImportance =
    (type: SlaPolicyText['resolveDays'][number]['type'], pillar: Pillar | null) =>
    (byImportance: Record<string, number>) =>
      importanceOfFile.map((importance) => ({
        type,
        pillar,
        importance,
        workingDays: byImportance[importance] ?? Number.NaN,
      }));
  const complaints = Object.entries(COMPLAINT).flatMap(([pillar, byImportance]) =>
    perImportance('COMPLAINT', pillarOf(pillar as Parameters<typeof pillarOf>[0]))(byImportance),
  );
  const rest = anyPillar.flatMap((type) => perImportance(type, null)(others[type]['*']));
  return programmes.map((programme) => ({
    programme,
    effectiveFrom: beforeAnyCase,
    acknowledgeMinutes: acknowledgeOf(ackWorkingHours.MEDIUM * 60),
    resolveDays: [...complaints, ...rest],
  }));
}

function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
