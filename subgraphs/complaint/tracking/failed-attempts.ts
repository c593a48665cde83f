/**
 * Counts wrong secrets by reference and caller, whether or not such a case exists, so that the delay tells nothing.
 * After the fifth the next wrong one is answered with a time to wait: 30 seconds, then twice as long each time, up to
 * an hour. A right secret is never refused, and nobody waits for the tries of another caller.
 */
import type { Tx } from '@bekhedmetkom/platform/database';

const free = 5;
const delay = (row: string): string =>
  `case when ${row}.tries < ${free} then interval '0' else least(interval '30 seconds' * power(2, least(${row}.tries, 20) - ${free}), interval '1 hour') end`;

const count = `
insert into failed_attempt (reference, caller, tries, last_at) values ($1, $2, 1, clock_timestamp())
on conflict (reference, caller) do update set
  tries = case when failed_attempt.last_at < clock_timestamp() - interval '1 day' then 1 else failed_attempt.tries + 1 end,
  last_at = clock_timestamp()
where failed_attempt.last_at + ${delay('failed_attempt')} <= clock_timestamp()
returning tries`;
const wait = `
select ceil(extract(epoch from t.last_at + ${delay('t')} - clock_timestamp()))::int as seconds
from failed_attempt t where reference = $1 and caller = $2`;
const prune = `
delete from failed_attempt where (reference, caller) in (
  select reference, caller from failed_attempt where last_at < clock_timestamp() - interval '1 day' limit 20)`;

/** Counts a wrong secret. Gives the seconds to wait when the caller has tried too often, else null. */
export async function countFailedAttempt(tx: Tx, reference: string, caller: string): Promise<number | null> {
  const [counted] = await tx.prepared<{ tries: number }>('count-failed-attempt', count, [reference, caller]);
  if (!counted) {
    const [blocked] = await tx.prepared<{ seconds: number }>('wait-for-attempt', wait, [reference, caller]);
    return Math.max(1, blocked?.seconds ?? 1);
  }
  if (counted.tries === 1) await tx.prepared('prune-attempts', prune);
  return null;
}

/** Forgets the tries of a caller, after a right one. */
export async function forgetFailedAttempts(tx: Tx, reference: string, caller: string): Promise<void> {
  await tx.prepared('forget-attempts', 'delete from failed_attempt where reference = $1 and caller = $2', [
    reference,
    caller,
  ]);
}
