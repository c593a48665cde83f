/** Turns a row into a record of ours, or says why it cannot be one. Pure. */
import { cutToLength } from '@bekhedmetkom/text/length';
import { type DateReader, dateReader, type ReadDate } from './dates.ts';
import type { Dropped } from './dropped.ts';
import type { RecordMap, Settable } from './map.ts';
import { readPoint } from './point.ts';
import type { CaseRecord } from './record.ts';
import { fillText } from './texts.ts';

type Fields = Record<string, string>;

export type Mapped = { record: CaseRecord; dropped: Dropped[] } | { refused: string };

/** In characters as a reader counts them. */
const longest = { subject: 150, district: 120, answer: 4_000 };

class Refusal extends Error {}

/**
 * Maps one row. Refused is only a row without key, without a moment of submission or without a subject, or one for which
 * the map's rules give too little; the reason names the column and what stands in it. Any other bad cell is dropped.
 */
export function mapRecord(map: RecordMap, fields: Fields): Mapped {
  try {
    const dropped: Dropped[] = [];
    const record = toRecord(map, fields, dropped);
    return { record, dropped };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

function toRecord(map: RecordMap, fields: Fields, dropped: Dropped[]): CaseRecord {
  const read = readerOf(map);
  const sourceId = (fields[map.id] ?? '').trim();
  if (!sourceId) throw new Refusal(`${map.id} is empty`);
  const submittedAt = submissionOf(map, fields, read);
  const later = (column: string | undefined) => laterDate(column, fields, read, dropped);
  const due = later(map.due);
  const ended = notBefore(map, fields, submittedAt, later(map.closed), dropped);
  const set = applyRules(map, fields);
  const isCancelled = matches(map.cancelled, fields);
  const answeredAt = isCancelled ? null : ended;
  const acknowledgedAt = firstTouch(map, fields, submittedAt, ended, later);
  const subject = fillText(map.subject, fields);
  if (!subject) throw new Refusal('nothing says what it is about');

  return {
    source: map.source,
    sourceId,
    type: need(set, 'type'),
    subject: cutToLength(subject, longest.subject),
    text: map.text
      .map((line) => fillText(line, fields))
      .filter(Boolean)
      .join('\n'),
    entity: need(set, 'entity'),
    category: need(set, 'category'),
    governorate: set.governorate ?? null,
    district: cutToLength(fillText(map.district, fields), longest.district) || null,
    channel: need(set, 'channel'),
    importance: need(set, 'importance'),
    pillar: need(set, 'pillar'),
    submittedAt,
    acknowledgedAt,
    startedAt: answeredAt && acknowledgedAt,
    dueAt: due && endOfDue(map, due),
    answeredAt,
    outcome: answeredAt && outcomeOf(map, fields, set),
    answer: answeredAt && firstFilled(map.answer, fields),
    cancelledAt: isCancelled ? (ended ?? acknowledgedAt ?? submittedAt) : null,
    anonymous: matches(map.anonymous, fields),
    point: readPoint(map, fields, dropped),
    language: map.language,
  };
}

const readers = new WeakMap<RecordMap, DateReader>();

function readerOf(map: RecordMap): DateReader {
  const reader = readers.get(map) ?? dateReader(map.dates, map.timeZone);
  readers.set(map, reader);
  return reader;
}

function submissionOf(map: RecordMap, fields: Fields, read: DateReader): Date {
  const text = (fields[map.submitted] ?? '').trim();
  if (text === '') throw new Refusal(`${map.submitted} is empty`);
  const found = read(text);
  if (!found) throw new Refusal(`${map.submitted} is no date: "${text.slice(0, 40)}"`);
  return found.at;
}

function laterDate(
  column: string | undefined,
  fields: Fields,
  read: DateReader,
  dropped: Dropped[],
): ReadDate | null {
  const text = column === undefined ? '' : (fields[column] ?? '').trim();
  if (column === undefined || text === '') return null;
  const found = read(text);
  if (!found) dropped.push({ column, reason: `is no date: "${text.slice(0, 40)}"` });
  return found;
}

function notBefore(
  map: RecordMap,
  fields: Fields,
  submittedAt: Date,
  ended: ReadDate | null,
  dropped: Dropped[],
): Date | null {
  if (!ended || ended.at >= submittedAt || map.closed === undefined) return ended?.at ?? null;
  const [closed, submitted] = [fields[map.closed], fields[map.submitted]];
  dropped.push({ column: map.closed, reason: `(${closed}) is before ${map.submitted} (${submitted})` });
  return null;
}

/** The last moment at which an answer is in time: of the day, one millisecond before it ends. */
function endOfDue({ dueWithin }: RecordMap, { at, restOfDay }: ReadDate): Date {
  return dueWithin === 'day' ? new Date(at.getTime() + restOfDay - 1) : at;
}

function applyRules(map: RecordMap, fields: Fields): Settable {
  let set: Settable = {};
  for (const rule of map.rules) {
    const known: Fields = { ...fields, ...set };
    const applies = Object.entries(rule.when).every(([name, pattern]) => pattern.test(known[name] ?? ''));
    if (applies) set = { ...rule.set, ...set };
  }
  return set;
}

function matches(patterns: Record<string, RegExp> | undefined, fields: Fields): boolean {
  const all = Object.entries(patterns ?? {});
  return all.length > 0 && all.every(([column, pattern]) => pattern.test(fields[column] ?? ''));
}

function outcomeOf(map: RecordMap, fields: Fields, set: Settable): CaseRecord['outcome'] {
  if (!matches(map.referred, fields)) return need(set, 'outcome');
  return need(set, 'type') === 'SUGGESTION' ? 'NOT_ACCEPTED' : 'OUT_OF_REMIT';
}

function need<K extends keyof Settable>(set: Settable, field: K): NonNullable<Settable[K]> {
  const value = set[field];
  if (value === undefined) throw new Refusal(`no rule of the map gives its ${field}`);
  return value as NonNullable<Settable[K]>;
}

/** Dates of work outside the life of the record say nothing and are passed over. */
function firstTouch(
  map: RecordMap,
  fields: Fields,
  submittedAt: Date,
  endedAt: Date | null,
  read: (column: string) => ReadDate | null,
): Date | null {
  const never = Object.entries(map.untouched).some(([column, pattern]) => pattern.test(fields[column] ?? ''));
  const dates = never && !endedAt ? [] : map.touched.map((column) => read(column)?.at ?? null);
  const usable = [...dates, endedAt].filter(
    (date): date is Date => date !== null && date >= submittedAt && !(endedAt && date > endedAt),
  );
  return usable.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function firstFilled(templates: string[], fields: Fields): string {
  const answer = templates.map((template) => fillText(template, fields)).find(Boolean);
  if (!answer) throw new Refusal('it is closed, but nothing says how');
  return cutToLength(answer, longest.answer);
}
