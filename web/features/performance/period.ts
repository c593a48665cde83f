import { type DateWindow, dayOf, formatDay, lastDays, monthFrom } from '@bekhedmetkom/time/amman';

/** The periods that people may choose. The first is shown when none is: it never begins anew, and so is never empty. */
export const periods = ['thirtyDays', 'lastMonth', 'quarter', 'year'] as const;
export type PeriodName = (typeof periods)[number];

export function readPeriod(value: unknown): PeriodName {
  return periods.find((period) => period === value) ?? periods[0];
}

/** The days of a period as of an instant (ms since 1970): all but the last month reach to today. */
export function windowOf(period: PeriodName, now: number): DateWindow {
  const today = dayOf(now);
  const ofMonth = (months: number) => formatDay(monthFrom(today, months));
  switch (period) {
    case 'thirtyDays':
      return lastDays(now, 30);
    case 'lastMonth':
      return { from: ofMonth(-1), to: ofMonth(0) };
    case 'quarter':
      return lastDays(now, 90);
    case 'year':
      return { from: ofMonth(-11), to: formatDay(today + 1) };
  }
}

/** How fine a series over this period is drawn. */
export function seriesOf(period: PeriodName): 'DAY' | 'WEEK' | 'MONTH' {
  if (period === 'year') return 'MONTH';
  return period === 'quarter' ? 'WEEK' : 'DAY';
}
