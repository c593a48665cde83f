import { type Clock, SetClock } from '../auth/clock.ts';
import type { Logger } from '../telemetry/telemetry.ts';
import { databaseNow } from './time.ts';
import type { Tx } from './tx.ts';

const every = 10_000;
const worthTelling = 2_000;

/**
 * Opens a clock that follows the database's: the one clock that every program has in common. It is read at once and
 * every ten seconds. A machine whose own clock is off is told in the log; its program works all the same.
 */
export async function followDatabaseClock(
  database: Tx,
  logger: Logger,
): Promise<Clock & { close(): Promise<void> }> {
  const clock = new SetClock();
  let told = false;

  async function read(): Promise<void> {
    const before = performance.now();
    const now = await databaseNow(database);
    clock.set(now.getTime(), before, performance.now());
    const ahead = clock.ownIsAheadBy;
    const isOff = Math.abs(ahead) > worthTelling;
    if (isOff && !told)
      logger.warn({ ahead }, 'the clock of this machine is off: the one of the database is used');
    told = isOff;
  }

  await read();
  const timer = setInterval(() => void read().catch(() => undefined), every);
  timer.unref();
  return {
    now: () => clock.now(),
    async close() {
      clearInterval(timer);
    },
  };
}
