/**
 * Counts wrong secrets by reference, whether or not such a case exists, so that the delay tells nothing. From
 * the fifth on the next try has to wait: 30 seconds, then twice as long each time, up to an hour.
 */
import type { Tx } from '@bekhedmetkom/platform/database';

const free = 5;
const delay = (row: string): string =>
  `case when ${row}.tries < ${free} then interval '0' else least(interval '30 seconds' * power(2, least(${row}.tries, 20) - ${free}), interval '1 hour') end`;

const reserve = `
insert into wrong_try (reference, tries, last_at) values ($1, 1, clock_timestamp())
on conflict (reference) do update set
  tries = case when wrong_try.last_at < clock_timestamp() - interval '1 day' then 1 else wrong_try.tries + 1 end,
  last_at = clock_timestamp()
where wrong_try.last_at + ${delay('wrong_try')} <= clock_timestamp()
returning tries`;
const wait = `
select ceil(extract(epoch from t.last_at + ${delay('t')} - clock_timestamp()))::int as seconds
from wrong_try t where reference = $1`;
const prune = `
delete from wrong_try where reference in (
  select reference from wrong_try where last_at < clock_timestamp() - interval '1 day' limit 20)`;

/**
 * Takes a try before the secret is looked at, so that many at once count as many. Gives the seconds to wait
 * when there is none to take, else null.
 */
export async function takeTry(tx: Tx, reference: string): Promise<number | null> {
  const [taken] = await tx.prepared<{ tries: number }>('take-try', reserve, [reference]);
  if (!taken) {
    const [blocked] = await tx.prepared<{ seconds: number }>('wait-for-try', wait, [reference]);
    return Math.max(1, blocked?.seconds ?? 1);
  }
  if (taken.tries === 1) await tx.prepared('prune-tries', prune);
  return null;
}

/** Forgets the tries of a reference, after a right one. */
export async function forgetTries(tx: Tx, reference: string): Promise<void> {
  await tx.prepared('forget-tries', 'delete from wrong_try where reference = $1', [reference]);
}
