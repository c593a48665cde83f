/** Dates as files write them, read by the shapes that a map names. Pure. */

import { toLatinDigits } from '@bekhedmetkom/text/digits';
import { normaliseLine } from '@bekhedmetkom/text/normalise';
import { ammanTimeZone, dayMs, instantOfWall } from '@bekhedmetkom/time/amman';

/** A date that was read. */
export interface ReadDate {
  at: Date;
  /** Milliseconds from `at` to the end of its day, in the time zone of the map. */
  restOfDay: number;
}

export type DateReader = (text: string) => ReadDate | null;

const parts: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<half>\\d{2})',
  h: '(?<half>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2}(?:\\.\\d{1,9})?)',
  A: '(?<noon>[AP]\\.?M\\.?|ص|م)',
  Z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
};
const tokens = /YYYY|MM?|DD?|HH?|hh?|mm|ss|A|Z/g;
/** Shapes of ISO 8601: a date, a date with a time, with or without seconds and zone. */
const iso =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d(?:[.,]\d{1,9})?))? ?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** No record of a city is older; a year such as 0018 is a mistake of typing. */
const years = { first: 1900, last: 2199 };

/** Whether a shape names a day: `DD/MM/YYYY HH:mm`, or the word `ISO`. */
export function isDateShape(shape: string): boolean {
  const named: string[] = shape.match(tokens) ?? [];
  const kinds = named.map((token) => token[0]);
  return shape === 'ISO' || ['Y', 'M', 'D'].every((kind) => kinds.filter((one) => one === kind).length === 1);
}

export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/**
 * A reader of dates in any of these shapes, the first that fits. A date without a zone of its own is what the clocks of
 * `timeZone` showed; without a time it is the beginning of its day. Null for what is no such date, the 31st of June and
 * the year 18 included.
 */
export function dateReader(shapes: readonly string[], timeZone: string): DateReader {
  const patterns = shapes.map((shape) => (shape === 'ISO' ? iso : patternOf(shape)));
  const instantOf = timeZone === ammanTimeZone ? instantOfWall : wallClock(timeZone);
  return (text) => {
    const written = toLatinDigits(normaliseLine(text))
      .replace(/\p{Cf}/gu, '')
      .replaceAll('،', ',');
    for (const pattern of patterns) {
      const found = pattern.exec(written)?.groups;
      const wall = found && wallOf(found);
      if (!found || wall === null || wall === undefined) continue;
      const at = found.zone ? wall - offsetOf(found.zone) : instantOf(wall);
      const midnight = (Math.floor(wall / dayMs) + 1) * dayMs;
      return { at: new Date(at), restOfDay: midnight - wall };
    }
    return null;
  };
}

function patternOf(shape: string): RegExp {
  const source = shape
    .split(/(YYYY|MM?|DD?|HH?|hh?|mm|ss|A|Z)/)
    .map((piece) => parts[piece] ?? piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('');
  return new RegExp(`^${source}$`, 'i');
}

/** Milliseconds as if the clock showed UTC; null for a day or an hour that does not exist. */
function wallOf({ year, month, day, hour, half, minute, second, noon }: Record<string, string | undefined>) {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const hours = hour === undefined ? hourOf(half, noon) : Number(hour);
  const [whole = '0', fraction = ''] = (second ?? '0').split(/[.,]/);
  const [minutes, seconds] = [Number(minute ?? 0), Number(whole)];
  // In digits: 4.004 * 1,000 is less than 4,004 as a binary fraction.
  const milliseconds = seconds * 1_000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  if (y < years.first || y > years.last || hours === null || hours > 23 || minutes > 59 || seconds >= 60)
    return null;
  const midnight = Date.UTC(y, m - 1, d);
  const made = new Date(midnight);
  if (made.getUTCMonth() !== m - 1 || made.getUTCDate() !== d) return null;
  return midnight + (hours * 60 + minutes) * 60_000 + milliseconds;
}

function hourOf(half: string | undefined, noon: string | undefined): number | null {
  if (half === undefined) return 0;
  const hours = Number(half);
  if (hours < 1 || hours > 12) return null;
  return (hours % 12) + (/^[pم]/i.test(noon ?? '') ? 12 : 0);
}

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The earliest instant at which the clocks of a zone showed a wall time; of a skipped hour, the hour after it. */
function wallClock(timeZone: string): (wall: number) => number {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsetAt = (instant: number): number => {
    const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):?(\d+)?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  };
  return (wall) => {
    const offsets = [offsetAt(wall - dayMs), offsetAt(wall + dayMs)];
    const instants = offsets.map((offset) => wall - offset).toSorted((a, b) => a - b);
    const [earliest = wall] = instants.filter((instant) => instant + offsetAt(instant) === wall);
    return instants.includes(earliest) ? earliest : (instants.at(-1) ?? wall);
  };
}
