/** Reckons open cycles afresh when a calendar was amended. Repeatable, resumable, by any number of processes. */
import { serviceViewer } from '@bekhedmetkom/platform/auth';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases } from '../case/case.store.ts';
import { isOpen } from '../case/transitions.ts';
import { systemAccess } from '../case-access/case.policy.ts';
import { type CaseDependencies, type Change, changeCase } from '../case-change/change-case.ts';
import { nextDeadline } from '../clock/case-clock.ts';
import { nextEscalation } from '../clock/escalation-policy.ts';
import type { Directory } from '../directory/directory.ts';
import { adoptQuietly, noteConsidered, outdatedCycles, type Place, type Quiet } from './amend.store.ts';
import { type Amendment, amend, deadlineIn, waitUntil } from './amend.ts';

export interface Round {
  /** Cycles that were looked at. */
  considered: number;
  /** Of these: with an event, because a date moved. */
  moved: number;
  /** Of these: left under their calendar, because a date would have become earlier. */
  kept: number;
}

const before = { seen: 0, caseId: '00000000-0000-0000-0000-000000000000' };
/** A few connections; the others are for people. */
const atOnce = 4;
const system = serviceViewer('complaint');

/**
 * Goes once through every open cycle that the newest calendar was not considered for, in batches, in the order
 * of an index; each moved case in a transaction of its own. A case that fails is told to `onFault` and tried
 * again in the next round; the others go on.
 */
export async function rescheduleRound(
  deps: CaseDependencies,
  {
    batch = 200,
    signal = new AbortController().signal,
    onFault = (error: unknown): void => {
      throw error;
    },
  } = {},
): Promise<Round> {
  const round: Round = { considered: 0, moved: 0, kept: 0 };
  let after: Pick<Place, 'seen' | 'caseId'> = before;
  for (;;) {
    const directory = deps.directory();
    const places = await outdatedCycles(deps.database, directory.newestCalendar, after, batch);
    const last = places.at(-1);
    if (!last || signal.aborted) return round;
    after = last;
    round.considered += places.length;
    const { moving, quiet, stay } = await sort(deps, places, directory);
    await adoptQuietly(deps.database, quiet, directory.newestCalendar);
    for (let i = 0; i < moving.length; i += atOnce) {
      const some = moving.slice(i, i + atOnce).map((id) => reschedule(deps, id));
      for (const one of await Promise.allSettled(some)) {
        if (one.status === 'rejected') onFault(one.reason);
        else if (one.value) round.moved++;
      }
    }
    await noteConsidered(deps.database, stay.places, directory.newestCalendar);
    round.kept += stay.kept;
  }
}

async function sort(deps: CaseDependencies, places: readonly Place[], directory: Directory) {
  const records = new Map(
    (await loadCases(deps.database, [...new Set(places.map((one) => one.caseId))])).map((one) => [
      one.id,
      one,
    ]),
  );
  const moving: string[] = [];
  const quiet: Quiet[] = [];
  const stay = { places: [] as Place[], kept: 0 };
  for (const place of places) {
    const record = records.get(place.caseId);
    // A round that ended otherwise than by an answer: nothing of it is reckoned any more.
    if (!record || record.cycle !== place.number || !isOpen(record.state)) {
      stay.places.push(place);
      continue;
    }
    const { kind } = amendmentOf(record, directory);
    if (kind === 'MOVES') moving.push(record.id);
    else if (kind === 'SAME') quiet.push(quietly(record, directory));
    else {
      stay.places.push(place);
      stay.kept++;
    }
  }
  return { moving, quiet, stay };
}

/** What the newest calendar makes of a case. */
export function amendmentOf(record: CaseRecord, directory: Directory): Amendment {
  return amend(record, {
    current: directory.calendar(record.calendarVersion),
    amended: directory.calendar(),
    mayShorten: directory.mayShortenSince(record.calendarVersion),
  });
}

function waitingOf(record: CaseRecord, directory: Directory): Date | null {
  return waitUntil(record, directory.calendar(), {
    replyWorkingDays: directory.termsOf(record).replyWorkingDays,
    mayShorten: directory.mayShortenSince(record.calendarVersion),
  });
}

function quietly(record: CaseRecord, directory: Directory): Quiet {
  const calendar = directory.calendar();
  const terms = directory.termsOf(record);
  return {
    id: record.id,
    cycle: record.cycle,
    version: record.version,
    dueSoonAt: nextDeadline(record, calendar, terms).dueSoonAt,
    escalatesAt: nextEscalation(record, terms, calendar),
    timesOutAt: waitingOf(record, directory) ?? record.timesOutAt,
  };
}

/** Moves one case under the newest calendar; false when, looked at again under its lock, there is no need. */
async function reschedule(deps: CaseDependencies, id: string): Promise<boolean> {
  const request = {
    id,
    expectedVersion: null,
    action: 'RESCHEDULE',
    viewer: system,
    access: systemAccess,
  } as const;
  const { refusals } = await changeCase(deps, request, ({ record, directory }) => {
    const amendment = amendmentOf(record, directory);
    const adopted = record.calendarVersion >= directory.newestCalendar;
    if (adopted || amendment.kind !== 'MOVES') return { refused: 'NOTHING_TO_DO' };
    const until = waitingOf(record, directory);
    const after: Change['after'] = {
      ...amendment.dates,
      calendarVersion: directory.newestCalendar,
      ...(until && { timesOutAt: until }),
    };
    return {
      after,
      detail: {
        calendar: directory.newestCalendar,
        before: deadlineIn(record).toISOString(),
        now: deadlineIn(amendment.dates).toISOString(),
      },
    };
  });
  return refusals.length === 0;
}
