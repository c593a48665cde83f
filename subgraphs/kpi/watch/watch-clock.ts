import { type Database, databaseNow } from '@bekhedmetkom/platform/database';
import { dayOf, startOfDay } from '@bekhedmetkom/time/amman';
import { nextMoment } from '../clock/clock.repository.ts';
import { atMostEvery } from '../pace/at-most-every.ts';
import { consumerOffset } from '../question/as-of.repository.ts';

export interface ClockWatch {
  /** The next moment may be another now: look again. */
  wake(): void;
  close(): Promise<void>;
}

/** Looks are at least so far apart (milliseconds), and at most: an event's wake-up may have been lost. */
const shortest = 250;
const longest = 5_000;

/**
 * Calls `onPassed` when time alone changes figures (a due moment has passed, a day of Asia/Amman has begun), and
 * when events were taken over elsewhere without word of it reaching us.
 */
export function watchClock(
  database: Database,
  onPassed: () => void,
  onError: (error: unknown) => void,
): ClockWatch {
  let alarm: NodeJS.Timeout | null = null;
  let last: { now: number; position: number } | null = null;

  const look = atMostEvery(
    shortest,
    async () => {
      const now = (await databaseNow(database)).getTime();
      const position = await consumerOffset(database);
      const passed = last !== null && (await earliest(database, last.now)) < now;
      if (passed || (last !== null && last.position !== position)) onPassed();
      last = { now, position };
      // A millisecond more: what is due at a moment is late only after it.
      const nap = (await earliest(database, now)) - now + 1;
      if (alarm) clearTimeout(alarm);
      alarm = setTimeout(look.touch, Math.min(nap, longest));
    },
    onError,
  );
  look.touch();
  return {
    wake: look.touch,
    async close() {
      await look.close();
      if (alarm) clearTimeout(alarm);
    },
  };
}

/** The first moment, from this one on, by which figures change. */
async function earliest(database: Database, from: number): Promise<number> {
  const due = await nextMoment(database, from - 1);
  return Math.min(due ?? Number.POSITIVE_INFINITY, startOfDay(dayOf(from) + 1));
}
