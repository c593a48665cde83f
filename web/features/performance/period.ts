import { ammanDay } from '../../ui/format.ts';

/** The periods that people may choose. */
export const periods = ['month', 'lastMonth', 'quarter', 'year'] as const;
export type PeriodName = (typeof periods)[number];

/** Half-open, days of Amman (YYYY-MM-DD): `to` is the day after the last. */
export interface Window {
  from: string;
  to: string;
}

export function readPeriod(value: unknown): PeriodName {
  return periods.find((period) => period === value) ?? 'month';
}

/** The days of a period as of a moment; the current month and the longer periods end with today. */
export function windowOf(period: PeriodName, now: Date): Window {
  const today = ammanDay(now);
  const tomorrow = addDays(today, 1);
  const month = `${today.slice(0, 7)}-01`;
  switch (period) {
    case 'month':
      return { from: month, to: tomorrow };
    case 'lastMonth':
      return { from: addMonths(month, -1), to: month };
    case 'quarter':
      return { from: addDays(tomorrow, -90), to: tomorrow };
    case 'year':
      return { from: addMonths(month, -11), to: tomorrow };
  }
}

/** How fine a series over this period is drawn. */
export function seriesOf(period: PeriodName): 'DAY' | 'WEEK' | 'MONTH' {
  if (period === 'year') return 'MONTH';
  return period === 'quarter' ? 'WEEK' : 'DAY';
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function addMonths(firstOfMonth: string, months: number): string {
  const [year = 0, month = 1] = firstOfMonth.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
