import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import { noteChange } from '../change/audit.repository.ts';
import { changeDirectory } from '../change/change-directory.ts';
import { readToday } from '../change/today.ts';
import type { Refusal } from '../refusal/refusal.ts';
import { publishCalendar as insertCalendar, readCalendars } from './calendar.repository.ts';
import type { PublishedCalendar } from './calendar.ts';
import { type CalendarDraft, checkCalendar, checkChange } from './check-calendar.ts';

interface Request {
  draft: CalendarDraft;
  /** The version that it was drawn up from. */
  expectedVersion: number;
  mayShorten: boolean;
  /** Publishes nothing, even if nothing is wrong. */
  checkOnly: boolean;
  viewer: Viewer;
}

export interface Published {
  /** The newest calendar afterwards. */
  newest: PublishedCalendar | null;
  refusals: Refusal[];
}

/**
 * Publishes a calendar as the next version, audited and announced in one transaction; or nothing, with what is
 * wrong. "Today" is the database's, in Asia/Amman.
 */
export async function publishCalendar(database: Database, request: Request): Promise<Published> {
  const { draft, expectedVersion, mayShorten, checkOnly, viewer } = request;
  const wrong = checkCalendar(draft);
  let result: Published = { newest: null, refusals: wrong };
  await changeDirectory(database, async (tx) => {
    const versions = await readCalendars(tx);
    result = { newest: versions.at(-1) ?? null, refusals: wrong };
    const version = result.newest?.calendar.version ?? 0;
    if (version !== expectedVersion) {
      result.refusals = [{ refused: 'CONFLICT', field: ['expectedVersion'], facts: { version } }];
      return;
    }
    if (wrong.length > 0) return;
    const today = await readToday(tx);
    const known = versions.map((one) => one.calendar);
    result.refusals = checkChange(known, draft, { today, mayShorten });
    if (result.refusals.length > 0 || checkOnly) return;
    const body = { ...inOrder(draft), effectiveFrom: draft.effectiveFrom ?? today, mayShorten };
    const published = await insertCalendar(tx, body, viewer.subject);
    await noteChange(tx, {
      actor: viewer.subject ?? '',
      action: 'PUBLISH_CALENDAR',
      detail: { version: published, effectiveFrom: body.effectiveFrom, mayShorten },
    });
    result.newest = (await readCalendars(tx)).at(-1) ?? null;
  });
  return result;
}

function inOrder(draft: CalendarDraft): Omit<Calendar, 'version' | 'mayShorten'> {
  const byDay = (one: { from: string }, other: { from: string }) => one.from.localeCompare(other.from);
  return {
    ...draft,
    workingDays: draft.workingDays.toSorted(),
    holidays: draft.holidays.toSorted(byDay),
    specialHours: draft.specialHours.toSorted(byDay),
  };
}
