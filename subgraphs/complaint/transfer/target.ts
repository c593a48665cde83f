/** To whom something may be handed over: pure. */
import type { Refusal } from '../case/case.ts';
import { checkEntity, type Directory } from '../directory/directory.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';

interface Asked {
  code: string;
  /** The entity that hands over. */
  from: string;
  now: Date;
  field: readonly string[];
}

/** Refuses an entity that is unknown, not there today (naming its successor), or the one that asks. */
export function checkTarget(directory: Directory, { code, from, now, field }: Asked): Refusal | null {
  const refusal = checkEntity(directory, code, toLocalDate(dayOf(now.getTime())), field);
  if (refusal) return refusal;
  return code === from ? { refused: 'OWN_ENTITY', field } : null;
}

/** Whether a post is one of an entity's focal points, to whom its cases are given. */
export function isFocalPointOf(directory: Directory, post: string | null, entity: string | null): boolean {
  const found = post === null ? undefined : directory.post(post);
  return (
    found !== undefined &&
    found.entity === entity &&
    (found.role === 'MAIN_FOCAL_POINT' || found.role === 'SUB_FOCAL_POINT')
  );
}
