/** What the SLA chip says: a tone, an icon and the key of the words. The server decides what is due when. */
export interface SlaReading {
  status: 'ON_TIME' | 'DUE_SOON' | 'OVERDUE' | 'PAUSED' | 'STOPPED';
  acknowledgeBy: string;
  acknowledgedAt: string | null;
  dueAt: string | null;
  remainingWorkingMinutes: number | null;
  remainingWorkingDays: number | null;
}

export type SlaTone = 'ontime' | 'soon' | 'overdue' | 'paused' | 'stopped';

export interface SlaWords {
  tone: SlaTone;
  /** Key under `staff.sla`, with the values its message takes. */
  key:
    | 'none'
    | 'paused'
    | 'stopped'
    | 'leftDays'
    | 'leftClock'
    | 'lateDays'
    | 'lateHours'
    | 'lateJustNow'
    | 'classifyLate'
    | 'classifyBy';
  values: Record<string, number>;
  /** The moment that counts next (RFC 3339): due, or classification while that is still open. */
  moment: string | null;
}

/** Working minutes of a normal day, to tell hours from days. */
const dayLength = 420;

/** The words for a case's clock at `now` (ms since 1970). */
export function slaWords(sla: SlaReading | null | undefined, now: number): SlaWords {
  if (!sla) return { tone: 'stopped', key: 'none', values: {}, moment: null };
  if (sla.status === 'STOPPED') return { tone: 'stopped', key: 'stopped', values: {}, moment: sla.dueAt };
  if (sla.status === 'PAUSED') return { tone: 'paused', key: 'paused', values: {}, moment: sla.dueAt };
  if (sla.dueAt === null) return unclassified(sla, now);
  return sla.status === 'OVERDUE' || Date.parse(sla.dueAt) <= now ? late(sla) : left(sla);
}

function unclassified(sla: SlaReading, now: number): SlaWords {
  const moment = sla.acknowledgeBy;
  if (Date.parse(moment) <= now) return { tone: 'overdue', key: 'classifyLate', values: {}, moment };
  const tone = sla.status === 'DUE_SOON' ? 'soon' : 'ontime';
  return { tone, key: 'classifyBy', values: {}, moment };
}

function late(sla: SlaReading): SlaWords {
  const days = Math.abs(sla.remainingWorkingDays ?? 0);
  const minutes = Math.abs(sla.remainingWorkingMinutes ?? 0);
  const common = { tone: 'overdue', moment: sla.dueAt } as const;
  if (minutes >= dayLength || (minutes === 0 && days > 0)) {
    return {
      ...common,
      key: 'lateDays',
      values: { days: Math.max(1, days || Math.floor(minutes / dayLength)) },
    };
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 1) return { ...common, key: 'lateHours', values: { hours } };
  return { ...common, key: 'lateJustNow', values: {} };
}

function left(sla: SlaReading): SlaWords {
  const minutes = Math.max(0, sla.remainingWorkingMinutes ?? 0);
  const days = sla.remainingWorkingDays ?? Math.floor(minutes / dayLength);
  const common = { tone: sla.status === 'DUE_SOON' ? 'soon' : 'ontime', moment: sla.dueAt } as const;
  if (minutes < dayLength) {
    return {
      ...common,
      key: 'leftClock',
      values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    };
  }
  return { ...common, key: 'leftDays', values: { days: Math.max(1, days) } };
}
