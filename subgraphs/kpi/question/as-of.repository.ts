import type { Tx } from '@bekhedmetkom/platform/database';
import { complaintTopic } from '@bekhedmetkom/schema/events/complaint';
import { dayOf } from '@bekhedmetkom/time/amman';
import { firstUnmatured, ordinaryWeek } from '../calendar/maturity.ts';
import { readTerms } from '../terms/terms.repository.ts';
import type { FigureTerms } from '../terms/terms.ts';
import type { AsOf } from './question.ts';

export interface ReadMoment extends AsOf {
  /** Position of the complaint log that the figures account for, at least. */
  position: number;
  terms: FigureTerms;
}

interface Row {
  now: Date;
  processed_until: Date;
  position: number;
  working_days: number[] | null;
  holidays: { from: string; to: string }[] | null;
}

const read = `
  select clock_timestamp() as now, processed_until, coalesce(position, 0) as position, working_days, holidays
  from clock left join consumer_offset on topic = $1 left join calendar on true`;

const followed = 'select position from consumer_offset where topic = $1';

/** The present moment, by the database's clock; `now` (milliseconds since 1970) puts another in its place. */
export async function readMoment(tx: Tx, now?: number): Promise<ReadMoment> {
  const [row] = await tx.prepared<Row>('kpi-moment', read, [complaintTopic]);
  if (!row) throw new Error('the table "clock" has lost its row');
  const at = now ?? row.now.getTime();
  const terms = await readTerms(tx, new Date(at));
  const week = row.working_days && { weekdays: row.working_days, holidays: row.holidays ?? [] };
  return {
    now: at,
    passed: row.processed_until.getTime(),
    firstUnmatured: firstUnmatured(dayOf(at), week ?? ordinaryWeek, terms.maturityWorkingDays),
    terms,
    position: row.position,
  };
}

/** Position of the complaint log up to which events were taken over. */
export async function consumerOffset(tx: Tx): Promise<number> {
  const rows = await tx.prepared<{ position: number }>('kpi-followed', followed, [complaintTopic]);
  return rows[0]?.position ?? 0;
}
