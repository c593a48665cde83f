/**
 * The levels of escalation (domain.md §3): when each level is due. Pure; moments in UTC milliseconds, working
 * time in Asia/Amman. A case that was never given a due date climbs from the moment at which it should have
 * been acknowledged, so that none can hide.
 */
import type { WorkflowTerms } from '@bekhedmetkom/schema/events/directory';
import type {
  CaseState,
  CaseType,
  EscalationLevel,
  Importance,
} from '@bekhedmetkom/schema/events/vocabulary';
import { momentOfShare, type Pause } from '../sla/sla.ts';
import { dayOf, type Instant, type WorkingCalendar } from '../sla/working-calendar.ts';
import { clockOf } from './case-clock.ts';

const hourMs = 3_600_000;
const escalationPolicy: readonly EscalationLevel[] = ['L0', 'L1', 'L2', 'L3', 'L4'];

/** What the escalation policy looks at. */
export interface EscalationState {
  type: CaseType;
  state: CaseState;
  importance: Importance | null;
  cycleSubmittedAt: Date;
  dueAt: Date | null;
  pauses: readonly Pause[];
  escalations: readonly { level: EscalationLevel }[];
}

/** When a level is due; null for L0 of a case without a due date: there is nothing yet that draws near. */
export function momentOfLevel(
  level: EscalationLevel,
  escalationState: EscalationState,
  { escalation }: WorkflowTerms,
  calendar: WorkingCalendar,
): Instant | null {
  const factor = escalationState.importance === 'CRITICAL' ? escalation.criticalFactor : 1;
  const start = escalationState.cycleSubmittedAt.getTime();
  const due = escalationState.dueAt?.getTime() ?? null;
  const missed = due ?? start + escalation.unacknowledgedHours * factor * hourMs;
  switch (level) {
    case 'L0':
      return due === null
        ? null
        : Math.ceil(
            momentOfShare(calendar, start, due, escalationState.pauses, escalation.nearShare * factor),
          );
    case 'L1':
      return missed + 1;
    case 'L2':
      return workingDaysAfter(calendar, missed, escalation.l2 * factor);
    case 'L3':
      return workingDaysAfter(calendar, missed, escalation.l3 * factor);
    case 'L4':
      return workingDaysAfter(calendar, missed, escalation.l4 * factor);
  }
}

/** The levels that are due at `now` and were not reached yet, lowest first. None while the clock stands. */
export function levelsDue(
  escalationState: EscalationState,
  terms: WorkflowTerms,
  calendar: WorkingCalendar,
  now: Instant,
): EscalationLevel[] {
  return unreached(escalationState, terms, calendar)
    .filter(({ at }) => at <= now)
    .map(({ level }) => level);
}

/** When the next level is due; null when the clock stands or none is left. May lie in the past. */
export function nextEscalation(
  escalationState: EscalationState,
  terms: WorkflowTerms,
  calendar: WorkingCalendar,
): Date | null {
  const moments = unreached(escalationState, terms, calendar).map(({ at }) => at);
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
}

/** The level that is reached next, after `now`; null when the clock stands or none is left. */
export function levelAhead(
  escalationState: EscalationState,
  terms: WorkflowTerms,
  calendar: WorkingCalendar,
  now: Instant,
): { level: EscalationLevel; at: Date } | null {
  const [next] = unreached(escalationState, terms, calendar)
    .filter(({ at }) => at > now)
    .sort((left, right) => left.at - right.at);
  return next ? { level: next.level, at: new Date(next.at) } : null;
}

/** The highest of some levels. */
export function highestOf(levels: readonly EscalationLevel[]): EscalationLevel | null {
  return escalationPolicy.findLast((level) => levels.includes(level)) ?? null;
}

function unreached(escalationState: EscalationState, terms: WorkflowTerms, calendar: WorkingCalendar) {
  if (clockOf(escalationState.state) !== 'RUNNING') return [];
  const reached = new Set(escalationState.escalations.map(({ level }) => level));
  // A compliment escalates to the main focal point and the operation room at most.
  const levels = escalationState.type === 'COMPLIMENT' ? escalationPolicy.slice(0, 2) : escalationPolicy;
  return levels
    .filter((level) => !reached.has(level))
    .flatMap((level) => {
      const at = momentOfLevel(level, escalationState, terms, calendar);
      return at === null ? [] : [{ level, at }];
    });
}

/** Close of business of the nth working day after a moment's day; a fraction goes that far into the next. */
export function workingDaysAfter(calendar: WorkingCalendar, at: Instant, days: number): Instant {
  const whole = Math.floor(days);
  const rest = days - whole;
  if (rest === 0) return calendar.workingDayAfter(dayOf(at), whole).closes;
  const next = calendar.workingDayAfter(dayOf(at), whole + 1);
  return Math.round(next.opens + rest * (next.closes - next.opens));
}
