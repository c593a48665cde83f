/** Whose follow-ups somebody may see: the operation room's log, and what was promised by one's own entity. */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { FollowUpScope } from './follow-up.store.ts';

const focalPoints = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'];
const coordinator = 'PROGRAMME_COORDINATOR';

/** Null when to the viewer there is no log. Restricted cases stay with those who see such cases. */
export function followUpScope(viewer: Viewer): FollowUpScope | null {
  if (holds(viewer, 'PRIME_MINISTERS_OFFICE')) return { entities: 'all', restricted: null };
  const scopesOf = (roles: readonly string[]) =>
    viewer.grants.filter(({ role }) => roles.includes(role)).map(({ scope }) => scope);
  if (holds(viewer, 'OPERATION_ROOM')) {
    const programmes = scopesOf([coordinator]);
    return { entities: 'all', restricted: programmes.filter((code) => code !== null) };
  }
  const entities = scopesOf(focalPoints);
  if (entities.length === 0) return null;
  if (entities.includes(null)) return { entities: 'all', restricted: null };
  return { entities: entities.filter((code) => code !== null), restricted: null };
}
