/** Turns a row into a record of ours, or says why it cannot be one. Pure. */
import { readAmmanTime } from './amman-time.ts';
import type { RecordMap, Settable } from './map.ts';
import type { CaseRecord } from './record.ts';
import { fillText } from './texts.ts';

type Fields = Record<string, string>;
export type Mapped = { record: CaseRecord } | { refused: string };

class Refusal extends Error {}

/** Maps one row. A refusal's reason names the column and what stands in it. */
export function mapRecord(map: RecordMap, fields: Fields): Mapped {
  try {
    return { record: toRecord(map, fields) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

function toRecord(map: RecordMap, fields: Fields): CaseRecord {
  const sourceId = (fields[map.id] ?? '').trim();
  if (!sourceId) throw new Refusal(`${map.id} is empty`);
  const submittedAt = readDate(map.submitted, fields);
  if (!submittedAt) throw new Refusal(`${map.submitted} is empty`);
  const dueAt = readDate(map.due, fields);
  const answeredAt = readDate(map.closed, fields);
  if (answeredAt && answeredAt < submittedAt) {
    throw new Refusal(
      `${map.closed} (${fields[map.closed]}) is before ${map.submitted} (${fields[map.submitted]})`,
    );
  }
  const set = applyRules(map, fields);
  const acknowledgedAt = firstTouch(map, fields, submittedAt, answeredAt);
  const subject = fillText(map.subject, fields);
  if (!subject) throw new Refusal('nothing says what it is about');

  return {
    source: map.source,
    sourceId,
    type: need(set, 'type'),
    subject: subject.slice(0, 150),
    text: map.text
      .map((line) => fillText(line, fields))
      .filter(Boolean)
      .join('\n'),
    entity: need(set, 'entity'),
    category: need(set, 'category'),
    governorate: set.governorate ?? null,
    district: fillText(map.district, fields) || null,
    channel: need(set, 'channel'),
    importance: need(set, 'importance'),
    pillar: need(set, 'pillar'),
    submittedAt,
    acknowledgedAt,
    startedAt: answeredAt && acknowledgedAt,
    dueAt,
    answeredAt,
    outcome: answeredAt && need(set, 'outcome'),
    answer: answeredAt && firstFilled(map.answer, fields),
  };
}

function readDate(column: string, fields: Fields): Date | null {
  const text = (fields[column] ?? '').trim();
  if (text === '') return null;
  const date = readAmmanTime(text);
  if (!date) throw new Refusal(`${column} is no date: "${text.slice(0, 40)}"`);
  return date;
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

function need<K extends keyof Settable>(set: Settable, field: K): NonNullable<Settable[K]> {
  const value = set[field];
  if (value === undefined) throw new Refusal(`no rule of the map gives its ${field}`);
  return value as NonNullable<Settable[K]>;
}

/** Dates of work that are no dates, or lie outside the life of the record, say nothing and are passed over. */
function firstTouch(map: RecordMap, fields: Fields, submittedAt: Date, answeredAt: Date | null): Date | null {
  const never = Object.entries(map.untouched).some(([column, pattern]) => pattern.test(fields[column] ?? ''));
  const dates = never && !answeredAt ? [] : map.touched.map((column) => readAmmanTime(fields[column] ?? ''));
  const usable = [...dates, answeredAt].filter(
    (date): date is Date => date !== null && date >= submittedAt && !(answeredAt && date > answeredAt),
  );
  return usable.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function firstFilled(templates: string[], fields: Fields): string {
  const answer = templates.map((template) => fillText(template, fields)).find(Boolean);
  if (!answer) throw new Refusal('it is closed, but nothing says how');
  return answer.slice(0, 4000);
}
