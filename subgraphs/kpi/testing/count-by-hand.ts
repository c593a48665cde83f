/**
 * The figures of domain.md §4 worked out the slow way, straight from what the events say, for tests to compare
 * with. Shares no rule with the program.
 */
import type { CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import type { KpiName } from '../figure/figure.ts';

export interface Told {
  facts: CaseFacts;
  /** When the event was logged. */
  at: string;
}

interface Window {
  /** `YYYY-MM-DD`, half-open, Asia/Amman. */
  from: string;
  to: string;
  /** ISO 8601, UTC. */
  now: string;
}

type Share = [part: number, whole: number];

const closedStates = ['RESOLVED', 'CLOSED', 'REJECTED', 'DUPLICATE', 'WITHDRAWN'];
const excludedStates = ['DUPLICATE', 'WITHDRAWN'];
const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Amman' });
const dayInAmman = (instant: string): string => clock.format(Date.parse(instant));
const later = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

/** A figure's part and whole; of a count the whole is 1. `all`: also the cycles that are not to be counted. */
export function countByHand(name: KpiName, told: Told[], window: Window, all = told): Share {
  const counted = told.filter(({ facts }) => !excludedStates.includes(facts.state));
  const within = (instant: string | null): boolean =>
    instant !== null && dayInAmman(instant) >= window.from && dayInAmman(instant) < window.to;
  const hasCome = (instant: string): boolean => !later(instant, window.now);
  const share = (whole: Told[], part: (one: Told) => boolean): Share => [
    whole.filter(part).length,
    whole.length,
  ];
  const isOpen = ({ facts }: Told) => !closedStates.includes(facts.state) && !facts.cycle.publishedAt;
  const answered = ({ facts, at }: Told) =>
    facts.cycle.publishedAt ?? facts.cycle.closedAt ?? (closedStates.includes(facts.state) ? at : null);
  const isLate = (one: Told, due: string) => later(answered(one) ?? window.now, due);
  const whenUnclassified = ({ facts: { state, cycle } }: Told): string | null =>
    cycle.acknowledgedAt === null && ['SUBMITTED', 'REJECTED'].includes(state) ? cycle.acknowledgeBy : null;
  const currentDue = (one: Told): string | null => {
    const { cycle } = one.facts;
    if (cycle.dueAt === null) return whenUnclassified(one);
    const waits = cycle.pausedAt && !cycle.publishedAt && cycle.dueAt && later(cycle.dueAt, cycle.pausedAt);
    return waits ? null : cycle.dueAt;
  };
  const dueIn = (due: (one: Told) => string | null): Share => {
    const whole = counted.filter((one) => {
      const at = due(one);
      return at !== null && within(at) && hasCome(at);
    });
    return share(whole, (one) => isLate(one, due(one) ?? ''));
  };
  const received = counted.filter(({ facts }) => within(facts.cycle.submittedAt));
  const published = counted.filter(
    ({ facts }) => facts.state !== 'REJECTED' && within(facts.cycle.publishedAt),
  );
  const dueWithin = counted.filter((one) => {
    const due = currentDue(one);
    return !one.facts.imported && due !== null && within(due) && hasCome(due);
  });
  const reached = (level: string): Share =>
    share(dueWithin, ({ facts }) => facts.cycle.escalations.some((one) => one.level === level));
  const sum = (points: number[]) => points.reduce((total, each) => total + each, 0);

  switch (name) {
    case 'RECEIVED':
      return [received.length, 1];
    case 'CLOSED_FLOW':
      return [counted.filter(({ facts }) => within(facts.cycle.closedAt)).length, received.length];
    case 'CLOSED_COHORT':
      return share(received, ({ facts }) => facts.cycle.closedAt !== null);
    case 'DELAYED':
      return dueIn(currentDue);
    case 'DELAYED_ORIGINAL':
      return dueIn((one) => one.facts.cycle.originalDueAt ?? whenUnclassified(one));
    case 'OVERDUE_NOW': {
      const running = counted.filter((one) => isOpen(one) && !one.facts.cycle.pausedAt);
      return share(running, (one) => {
        const due = currentDue(one);
        return due !== null && later(window.now, due);
      });
    }
    case 'ACKNOWLEDGED_ON_TIME':
      return share(
        counted.filter(
          ({ facts: { cycle } }) =>
            cycle.number === 1 && within(cycle.acknowledgeBy) && hasCome(cycle.acknowledgeBy),
        ),
        ({ facts: { cycle } }) =>
          cycle.acknowledgedAt !== null && !later(cycle.acknowledgedAt, cycle.acknowledgeBy),
      );
    case 'SATISFACTION':
      return share(
        counted.filter(({ facts }) => within(facts.cycle.rating?.at ?? null)),
        ({ facts }) => (facts.cycle.rating?.score ?? 0) >= 4,
      );
    case 'QUALITY': {
      const scores = published.flatMap(({ facts }) => facts.cycle.quality ?? []);
      return [sum(scores.map(({ score }) => score)), sum(scores.map(({ max }) => max))];
    }
    case 'ESCALATED_L0':
      return reached('L0');
    case 'ESCALATED':
      return reached('L1');
    case 'ESCALATED_L2':
      return reached('L2');
    case 'ESCALATED_L3':
      return reached('L3');
    case 'ESCALATED_L4':
      return reached('L4');
    case 'FIRST_PASS':
      return share(
        published.filter(({ facts }) => facts.cycle.reviews > 0),
        ({ facts }) => facts.cycle.approvedAtFirstReview === true,
      );
    case 'REOPENED':
      return share(
        published.filter(({ facts }) => hasMatured(facts.cycle.publishedAt ?? '', window.now)),
        ({ facts }) =>
          all.some(
            (next) =>
              !excludedStates.includes(next.facts.state) &&
              next.facts.caseId === facts.caseId &&
              next.facts.cycle.number === facts.cycle.number + 1 &&
              next.facts.cycle.openedBy === 'APPLICANT',
          ),
      );
    case 'MISROUTED':
      return share(
        received.filter(
          ({ facts }) =>
            facts.cycle.number === 1 && (facts.importance !== null || facts.cycle.originalDueAt !== null),
        ),
        ({ facts }) =>
          all.some((one) => one.facts.caseId === facts.caseId && one.facts.acceptedTransfers > 0),
      );
    default:
      throw new Error(`${name} is not a share`);
  }
}

/** Working minutes of the answers published in a window that were timed, shortest first. */
export function durationsByHand(told: Told[], { from, to }: Window): number[] {
  return told
    .filter(({ facts }) => ![...excludedStates, 'REJECTED'].includes(facts.state))
    .filter(({ facts: { cycle } }) => {
      const day = cycle.publishedAt && dayInAmman(cycle.publishedAt);
      return day && day >= from && day < to;
    })
    .flatMap(({ facts }) => facts.cycle.workingMinutes ?? [])
    .sort((one, other) => one - other);
}

/** Ten working days, Sunday to Thursday, have passed whole between the day of a moment and today. */
function hasMatured(publishedAt: string, now: string): boolean {
  let worked = 0;
  const day = new Date(`${dayInAmman(publishedAt)}T00:00:00Z`);
  for (;;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.toISOString().slice(0, 10) >= dayInAmman(now)) return worked >= 10;
    if (day.getUTCDay() <= 4) worked += 1;
  }
}
