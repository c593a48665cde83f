import { ammanDay, ammanFormat, noonOf } from '@bekhedmetkom/time/amman';
import { formatLocales, type Locale } from '../i18n/locale.ts';

export { ammanDay } from '@bekhedmetkom/time/amman';

type ClockOptions = Parameters<typeof ammanFormat>[1];

const styles = {
  /** Wednesday, November 25 */
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Wednesday, November 25, 9:20 AM */
  moment: { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  /** November 25 */
  date: { day: 'numeric', month: 'long' },
  /** Nov 25 */
  short: { day: 'numeric', month: 'short' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** 9:20 AM */
  time: { hour: 'numeric', minute: '2-digit' },
  /** Wed */
  weekday: { weekday: 'short' },
} satisfies Record<string, ClockOptions>;

export type DateStyle = keyof typeof styles;

/**
 * A moment (RFC 3339) or a day (YYYY-MM-DD) in words, in Amman's time. The year is told only when it is not
 * the year of `now`.
 */
export function formatDate(locale: Locale, value: string | Date, style: DateStyle, now = new Date()): string {
  const at = toDate(value);
  const shown: ClockOptions = styles[style];
  const otherYear = 'day' in shown && ammanDay(at).slice(0, 4) !== ammanDay(now).slice(0, 4);
  const options = { ...shown, ...(otherYear && { year: 'numeric' as const }) };
  return ammanFormat(formatLocales[locale], options).format(at);
}

/** One letter (Arabic) or two (English) for a weekday, for SLA timelines of many days on a phone. */
export function formatWeekdayNarrow(locale: Locale, value: string): string {
  const options: ClockOptions = { weekday: locale === 'ar' ? 'narrow' : 'short' };
  return ammanFormat(formatLocales[locale], options).format(toDate(value)).slice(0, 2);
}

const arabicMonths = [
  'ك2',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'ت1',
  'ت2',
  'ك1',
];

/** A day (YYYY-MM-DD) or month (YYYY-MM) as short as an axis needs it: `15 ت2`, `Nov 15`, `ت2`, `Nov`. */
export function formatTick(locale: Locale, value: string): string {
  const month = value.length === 7;
  if (locale === 'ar') {
    const name = arabicMonths[Number(value.slice(5, 7)) - 1] ?? '';
    return month ? name : `${dayOfMonth(value)} ${name}`;
  }
  const options: ClockOptions = { month: 'short', ...(!month && { day: 'numeric' }) };
  return ammanFormat(formatLocales[locale], options).format(toDate(month ? `${value}-01` : value));
}

/** Day of the month of a YYYY-MM-DD. */
export function dayOfMonth(value: string): number {
  return Number(value.slice(8, 10));
}

export function formatNumber(locale: Locale, value: number, digits = 0): string {
  const options = { maximumFractionDigits: digits, minimumFractionDigits: digits };
  return new Intl.NumberFormat(formatLocales[locale], options).format(value);
}

/**
 * A share as people read it, the same on every screen: `5%`, `91.7%`, in Latin digits.
 * @param ratio 0..1
 */
export function formatPercent(locale: Locale, ratio: number, digits = 1): string {
  const options = { style: 'percent', maximumFractionDigits: digits } as const;
  const text = new Intl.NumberFormat(formatLocales[locale], options).format(ratio);
  return locale === 'ar' ? isolate(text.replaceAll('\u200e', '')) : text;
}

/** Left to right and apart from its neighbours, also where no element can stand (titles, attributes, SVG). */
export function isolate(text: string): string {
  return `\u2066${text}\u2069`;
}

/** Noon keeps a bare day the same day in every time zone. */
function toDate(value: string | Date): Date {
  if (value instanceof Date) return value;
  return new Date(value.length === 10 ? noonOf(value) : value);
}
