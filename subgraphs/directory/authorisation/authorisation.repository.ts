import type { Grant } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';

const grantsSql = `
  with recursive held as (
    select distinct post.role, coalesce(post.programme, post.entity) as entity
    from staff
    join holding on holding.staff = staff.key
      and holding.valid_from <= today() and (holding.valid_to is null or today() <= holding.valid_to)
    join post on post.key = holding.post
    where staff.subject = $1
  ), supervised as (
    select role, entity from held
    union
    select supervised.role, entity.code
    from supervised join entity on entity.parent = supervised.entity
    where supervised.role = 'MINISTER'
  )
  select role, entity as scope from supervised order by role, scope nulls first`;

/**
 * What a subject may do today, by the database's clock: one grant for each post held, scoped to its entity
 * (to its programme for a coordinator, everywhere for other posts above entities); a minister also gets one for each entity supervised, at any depth.
 */
export async function readGrants(tx: Tx, subject: string): Promise<Grant[]> {
  return tx.prepared<Grant>('read-grants', grantsSql, [subject]);
}
