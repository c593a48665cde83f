/** Inputs that pass, to be changed by tests. */

import type { Viewer } from '@bekhedmetkom/platform/auth';
import { caseTypes, importances } from '@bekhedmetkom/schema/events/vocabulary';
import { colleague } from './open-directory.ts';

export const administrator: Viewer = {
  ...colleague,
  subject: 'p-admin',
  grants: [{ role: 'ADMINISTRATOR', scope: null }],
};

const feast = (from: string, to: string, nameAr: string, nameEn: string, estimated = false) => ({
  from,
  to,
  nameAr,
  nameEn,
  estimated,
});

/** The shipped calendar as an input. */
export async function shippedCalendar(
  ask: (query: string) => Promise<Record<string, unknown> | null | undefined>,
) {
  const data = (await ask(`{ calendar { workingDays hoursOpen hoursClose
    specialHours(from: "2000-01-01", to: "2079-12-31") { from to hoursOpen hoursClose nameAr: name(lang: AR) nameEn: name(lang: EN) }
    holidays(from: "2000-01-01", to: "2079-12-31") { from to estimated nameAr: name(lang: AR) nameEn: name(lang: EN) } } }`)) as {
    calendar: {
      workingDays: number[];
      hoursOpen: string;
      hoursClose: string;
      specialHours: {
        from: string;
        to: string;
        hoursOpen: string;
        hoursClose: string;
        nameAr: string;
        nameEn: string;
      }[];
      holidays: ReturnType<typeof feast>[];
    };
  };
  return data.calendar;
}

export const newHoliday = feast('2030-07-02', '2030-07-03', 'يوم تجريبي', 'Trial day');

/** A whole matrix: so many working days for everything. */
export function wholePolicy(effectiveFrom: string, workingDays = 5) {
  return {
    programme: 'SMOKING',
    effectiveFrom,
    acknowledge: caseTypes.map((type) => ({ type, minutes: 210 })),
    resolve: caseTypes.flatMap((type) =>
      importances.map((importance) => ({ type, importance, workingDays }) as Record<string, unknown>),
    ),
  };
}
