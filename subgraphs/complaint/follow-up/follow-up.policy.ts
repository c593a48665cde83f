/** Whose follow-ups somebody may see: the operation room's log, and what was promised by one's own entity. */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import { answeringEntities, coordinatedProgrammes, seesRestricted } from '../case-access/case.policy.ts';
import type { FollowUpScope } from './follow-up.store.ts';

/** Null when to the viewer there is no log. Restricted cases stay with those who see such cases. */
export function followUpScope(viewer: Viewer): FollowUpScope | null {
  const scope: FollowUpScope = {
    all: holds(viewer, 'PRIME_MINISTERS_OFFICE') || holds(viewer, 'OPERATION_ROOM'),
    restricted: seesRestricted(viewer),
    entities: answeringEntities(viewer),
    programmes: coordinatedProgrammes(viewer),
  };
  return scope.all || scope.entities.length > 0 || scope.programmes.length > 0 ? scope : null;
}
