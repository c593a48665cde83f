/** The rules of follow-ups: to whom, and what may be promised. */
import type { Refusal } from '../case/case.ts';
import { dayOf, fromLocalDate, toLocalDate, type WorkingCalendar } from '../sla/working-calendar.ts';

/** Longest text and comment, in characters. */
export const maxFollowUpLength = 2_000;
/** A promise reaches this many days ahead, Asia/Amman. */
export const furthestPromise = 90;

const field = ['promisedOn'];

/** Refuses a promised day (`YYYY-MM-DD`, Asia/Amman) that is past, too far ahead, or not worked. */
export function checkPromise(promisedOn: string, now: Date, calendar: WorkingCalendar): Refusal | null {
  const today = dayOf(now.getTime());
  const day = fromLocalDate(promisedOn);
  if (day < today) return { refused: 'PROMISE_IN_PAST', field };
  if (day > today + furthestPromise) {
    return { refused: 'PROMISE_TOO_FAR', field, facts: { days: furthestPromise } };
  }
  const { kind } = calendar.dayAt(day);
  if (kind === 'WORKING' || kind === 'SHORT') return null;
  const next = toLocalDate(calendar.workingDayAfter(day, 1).day);
  return { refused: 'PROMISE_NOT_WORKING', field, facts: { next } };
}

/** Whether somebody may be followed up about a case: a focal point of an entity that works on it. */
export function mayBeFollowedUp(
  post: { role: string; entity: string | null } | undefined,
  entities: readonly (string | null)[],
): boolean {
  if (!post || post.entity === null || !entities.includes(post.entity)) return false;
  return post.role === 'MAIN_FOCAL_POINT' || post.role === 'SUB_FOCAL_POINT';
}
