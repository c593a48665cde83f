'use server';

import { refresh } from 'next/cache';
import type { CalendarDryRunQuery as DryRun } from '../../../graphql/generated/graphql.ts';
import { mutate, query } from '../../../graphql/server.ts';
import { failedBy, publishedAs, refusedBy, type TrialResult, triedOut } from '../trial-result.ts';
import { untilSeen } from '../until-seen.ts';
import { CalendarDryRunQuery, CalendarVersionQuery, PublishCalendarMutation } from './calendar.query.ts';
import { boxOf, type CalendarDraft, toInput } from './calendar-draft.ts';

export type CalendarTrial = DryRun['calendarDryRun'];
type Result = TrialResult<CalendarTrial>;

interface Sent {
  draft: CalendarDraft;
  expectedVersion: number;
  mayShorten: boolean;
}

/** Says what is wrong with a calendar, else which cases it would move. Publishes nothing. */
export async function tryCalendar(sent: Sent): Promise<Result> {
  const refused = await send(sent, true);
  // What shortens is told with the cases that it would shorten.
  const shortens =
    refused.errors.length > 0 && refused.errors.every(({ code }) => code === 'CALENDAR_SHORTENS');
  if (refused.status !== 'published' && !shortens) return refused;
  const { data, problem } = await query(CalendarDryRunQuery, { calendar: toInput(sent.draft) });
  if (!data) return failedBy(problem);
  return shortens ? { ...refused, trial: data.calendarDryRun } : triedOut(data.calendarDryRun);
}

/** Publishes a calendar as the next version. */
export async function publishCalendar(sent: Sent): Promise<Result> {
  const result = await send(sent, false);
  if (result.status !== 'published') return result;
  await untilSeen(result.version ?? 0, async () => {
    const { data } = await query(CalendarVersionQuery, {});
    return data?.calendar.version;
  });
  refresh();
  return result;
}

async function send({ draft, expectedVersion, mayShorten }: Sent, checkOnly: boolean): Promise<Result> {
  const input = { expectedVersion, mayShorten, checkOnly, calendar: toInput(draft) };
  const { data, problem } = await mutate(PublishCalendarMutation, { input });
  if (!data) return failedBy(problem);
  const { calendar, userErrors } = data.publishCalendar;
  return refusedBy<CalendarTrial>(userErrors, boxOf) ?? publishedAs(calendar?.version ?? 0);
}
