/** What the SLA chip says: a tone, an icon and the key of the words. The server decides what is due when. */
export interface SlaReading {
  status: 'ON_TIME' | 'DUE_SOON' | 'OVERDUE' | 'PAUSED' | 'STOPPED';
  acknowledgeBy: string;
  acknowledgedAt: string | null;
  dueAt: string | null;
  /** Below zero once the case is overdue. */
  remainingWorkingMinutes: number | null;
  /** Working days to the day it is due: 0 on that day, below zero after it. */
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
  const common = { tone: 'overdue', moment: sla.dueAt } as const;
  const days = Math.abs(sla.remainingWorkingDays ?? 0);
  if (days >= 1) return { ...common, key: 'lateDays', values: { days } };
  const hours = Math.floor(Math.abs(sla.remainingWorkingMinutes ?? 0) / 60);
  if (hours >= 1) return { ...common, key: 'lateHours', values: { hours } };
  return { ...common, key: 'lateJustNow', values: {} };
}

function left(sla: SlaReading): SlaWords {
  const common = { tone: sla.status === 'DUE_SOON' ? 'soon' : 'ontime', moment: sla.dueAt } as const;
  const days = sla.remainingWorkingDays ?? 0;
  if (days >= 1) return { ...common, key: 'leftDays', values: { days } };
  const minutes = Math.max(0, sla.remainingWorkingMinutes ?? 0);
  return { ...common, key: 'leftClock', values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
}
