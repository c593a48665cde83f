import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { addDays } from '@bekhedmetkom/time/amman';

const most = 5;

/** Days (YYYY-MM-DD, in order) in words: those in a row as one span, and after five spans only how many more. */
export function listDays(days: readonly string[]): Names {
  const spans: [string, string][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && day === addDays(last[1], 1)) last[1] = day;
    else spans.push([day, day]);
  }
  const shown = spans.slice(0, most);
  const more = spans.length - shown.length;
  const isolate = (day: string) => `\u2066${day.split('-').reverse().join('/')}\u2069`;
  const told = (joint: string) =>
    shown.map(([from, to]) => (from === to ? isolate(from) : `${isolate(from)} ${joint} ${isolate(to)}`));
  return {
    ar: `${told('إلى').join('، ')}${more > 0 ? ` و${more} غيرها` : ''}`,
    en: `${told('to').join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
