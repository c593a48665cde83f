import type { DateWindow } from '@bekhedmetkom/time/amman';
import { type PeriodName, readPeriod, windowOf } from './period.ts';

/** What the visitor of the public figures chose; it lives in the address, so that it can be shared. */
export interface FiguresChoice {
  period: PeriodName;
  window: DateWindow;
  sector: string | null;
  governorate: string | null;
}

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** @param now ms since 1970 */
export function readChoice(parameters: Parameters, now: number): FiguresChoice {
  const period = readPeriod(parameters.period);
  return {
    period,
    window: windowOf(period, now),
    sector: readCode(parameters.sector),
    governorate: readCode(parameters.governorate),
  };
}

/** The choice as the graph filters by it; null when nothing is left out. */
export function toFilter({ sector, governorate }: FiguresChoice) {
  if (!sector && !governorate) return null;
  return { ...(sector && { sector: [sector] }), ...(governorate && { governorate: [governorate] }) };
}

interface Named {
  code: string;
  name: string;
}

/** What the choice narrows the figures to, by name; empty for the whole country. */
export function partsOf(
  { sector, governorate }: FiguresChoice,
  known: { sectors: readonly Named[]; governorates: readonly Named[] },
): string[] {
  const named = (code: string | null, all: readonly Named[]) =>
    code === null ? [] : [all.find((one) => one.code === code)?.name ?? code];
  return [...named(sector, known.sectors), ...named(governorate, known.governorates)];
}

/** The choice as it stands in an address. */
export function toParameters({ period, sector, governorate }: FiguresChoice): URLSearchParams {
  return new URLSearchParams({ period, ...(sector && { sector }), ...(governorate && { governorate }) });
}

/** Codes are short and plain; anything else is taken as not chosen. */
function readCode(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && /^[A-Z0-9_-]{1,40}$/.test(value) ? value : null;
}
