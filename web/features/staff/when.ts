/** Moments in the words of people at work: always the time of Amman, always Latin digits. */
import { ammanDay, ammanFormat, dayOf, noonOf } from '@bekhedmetkom/time/amman';
import { formatLocales, type Locale } from '../../i18n/locale.ts';

function format(language: Locale, options: Parameters<typeof ammanFormat>[1], at: number): string {
  return ammanFormat(formatLocales[language], options).format(at);
}

/** `3:30 PM`, `3:30 م`. */
export function clockTime(language: Locale, moment: string | number): string {
  const words = format(language, { hour: 'numeric', minute: '2-digit' }, instant(moment));
  // Node and browsers disagree about the kind of space before AM and PM; none of them may break there.
  return words.replace(/\s/g, '\u00a0');
}

/** `11:42:06`, 24 hours. */
export function clockSeconds(language: Locale, moment: string | number): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return format(language, options, instant(moment));
}

/** The day, the shorter the nearer to `now`: today 12:47, yesterday, Thursday 19, 6 December. */
export function dayWords(language: Locale, moment: string | number, now: number): string {
  const at = instant(moment);
  const away = dayOf(at) - dayOf(now);
  if (away === 0) return `${relativeDay(language, 0)} ${clockTime(language, at)}`;
  if (away === -1 || away === 1) return relativeDay(language, away);
  const weekday = format(language, { weekday: 'long' }, at);
  const date = format(language, { day: 'numeric' }, at);
  if (Math.abs(away) <= 6) return `${weekday} ${date}`;
  const sameYear = ammanDay(at).slice(0, 4) === ammanDay(now).slice(0, 4);
  const month = format(language, sameYear ? { month: 'long' } : { month: 'long', year: 'numeric' }, at);
  return `${date} ${month}`;
}

/** The day and the clock: `Thursday 19, 9:00 AM`. */
export function momentWords(language: Locale, moment: string | number, now: number): string {
  const words = dayWords(language, moment, now);
  if (ammanDay(instant(moment)) === ammanDay(now)) return words;
  return `${words}${language === 'ar' ? '،' : ','} ${clockTime(language, moment)}`;
}

/** Weekday and day of the month of a calendar day `YYYY-MM-DD`, for the days of an SLA timeline. */
export function stoneWords(language: Locale, date: string): { weekday: string; narrow: string; day: string } {
  const at = noonOf(date);
  return {
    weekday: format(language, { weekday: 'long' }, at),
    narrow: format(language, { weekday: 'narrow' }, at),
    day: format(language, { day: 'numeric' }, at),
  };
}

/** Today's date in full: `Monday 23 November`. */
export function todayWords(language: Locale, now: number): string {
  const weekday = format(language, { weekday: 'long' }, now);
  return `${weekday} ${format(language, { day: 'numeric' }, now)} ${format(language, { month: 'long' }, now)}`;
}

function relativeDay(language: Locale, away: number): string {
  return new Intl.RelativeTimeFormat(formatLocales[language], { numeric: 'auto' }).format(away, 'day');
}

function instant(moment: string | number): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}
