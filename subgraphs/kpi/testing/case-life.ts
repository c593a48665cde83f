import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { channels, importances, pillars } from '@bekhedmetkom/schema/events/vocabulary';
import { exampleCase, exampleEvent } from './case-event.ts';

const day = 86_400_000;
const iso = (at: number): string => new Date(Math.floor(at)).toISOString();
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** The log of so many ordinary cases, five events each, submitted evenly over days from a moment (ms since 1970). */
export function caseLives(count: number, from: number, days: number): LoggedEvent[] {
  const lives = Array.from({ length: count }, (_, number) => {
    const submitted = from + (number * days * day) / count;
    const due = submitted + 10 * day;
    const published = submitted + ((number * 37) % 160) * 0.1 * day;
    const closed = published + 2 * day;
    const kase = exampleCase({
      entity: `E${(number * 7) % 106}`,
      governorate: `G${number % 12}`,
      channel: pick(channels, number),
    });
    const at = (state: typeof kase.state, cycle: Partial<typeof kase.cycle>, classified = true) => ({
      ...kase,
      state,
      ...(classified && {
        category: `C${(number * 7) % 57}`,
        importance: pick(importances, number),
        pillar: pick(pillars, number),
      }),
      cycle: {
        ...kase.cycle,
        submittedAt: iso(submitted),
        acknowledgeBy: iso(submitted + 2 * day),
        ...cycle,
      },
    });
    const classified = { acknowledgedAt: iso(submitted + day), originalDueAt: iso(due), dueAt: iso(due) };
    const answered = {
      ...classified,
      publishedAt: iso(published),
      workingMinutes: (number * 53) % 5_000,
      reviews: 1,
      approvedAtFirstReview: true,
    };
    const rating = { score: 1 + (number % 5), solved: 'YES' as const, at: iso(closed) };
    return [
      { time: submitted, facts: at('SUBMITTED', {}, false) },
      { time: submitted + day, facts: at('ASSIGNED', classified) },
      { time: submitted + 1.1 * day, facts: at('IN_PROGRESS', classified) },
      { time: published, facts: at('RESOLVED', answered) },
      { time: closed, facts: at('CLOSED', { ...answered, closedAt: iso(closed), rating }) },
    ].map(({ time, facts }, index) => ({ time, event: exampleEvent(facts, index + 1, iso(time)) }));
  });
  return lives
    .flat()
    .sort((one, other) => one.time - other.time)
    .map(({ event }) => event);
}
