/**
 * Counts delays straight from the columns of a 311 file: the independent figure that an import is checked
 * against. On purpose it shares nothing with the maps, the reader and the dates of the replay.
 */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

export interface DelayColumns {
  due: string;
  closed: string;
  /** The column of the status, and the one that says that nobody has looked at the request yet. */
  untouched?: { column: string; status: string };
}
export interface DelayCount {
  rows: number;
  closedWithDue: number;
  /** Of those, closed after they were due. */
  late: number;
  dueWithoutClose: number;
  closedWithoutDue: number;
  /** Neither due nor closed, and never looked at: late by the time to acknowledge. */
  untouched: number;
}

/** Counts a well-formed file; dates `MM/DD/YYYY hh:mm:ss AM|PM` are compared as written. */
export async function countDelays(path: string, columns: DelayColumns): Promise<DelayCount> {
  const count = { rows: 0, closedWithDue: 0, late: 0, dueWithoutClose: 0, closedWithoutDue: 0, untouched: 0 };
  const rows = createReadStream(path).pipe(parse({ columns: true, bom: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const due = sortable(row[columns.due]);
    const closed = sortable(row[columns.closed]);
    count.rows += 1;
    if (due && closed) {
      count.closedWithDue += 1;
      if (closed > due) count.late += 1;
    } else if (due) {
      count.dueWithoutClose += 1;
    } else if (closed) {
      count.closedWithoutDue += 1;
    } else if (columns.untouched && row[columns.untouched.column] === columns.untouched.status) {
      count.untouched += 1;
    }
  }
  return count;
}

/** `04/16/2018 05:30:13 PM` → `2018-04-16 17:30:13`, which sorts as time does. */
function sortable(text = ''): string {
  if (text === '') return '';
  const [date = '', time = '', half = ''] = text.split(' ');
  const [month, day, year] = date.split('/');
  const [hour, ...rest] = time.split(':');
  const hours = String((Number(hour) % 12) + (half === 'PM' ? 12 : 0)).padStart(2, '0');
  return `${year}-${month}-${day} ${[hours, ...rest].join(':')}`;
}
