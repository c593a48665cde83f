/** Roles that follow from the directory and not from the issuer: who stands above, or in for, a main focal point. */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { Directory } from '../directory/directory.ts';

/** Next above the main focal point of an entity, by a post of an entity. */
export const superior = 'SUPERIOR';
/** The same, where only the operation room is left; it opens no restricted case. */
export const roomAsSuperior = 'ROOM_AS_SUPERIOR';
/** In for a main focal point whose post is vacant, by the operation room; it opens no restricted case. */
export const roomStandsIn = 'ROOM_STANDS_IN';

/**
 * A viewer with what the posts that they hold add to their roles: while the post of a main focal point is vacant, the
 * next holder upward may do what it may.
 */
export function withStandIns(viewer: Viewer, directory: Directory): Viewer {
  if (viewer.kind !== 'person' || viewer.subject === null) return viewer;
  const isVacant = (entity: string): boolean => directory.superiorOf(entity).isVacant;
  const below = directory
    .postsOf(viewer.subject)
    .flatMap((post) => directory.entitiesBelow(post.key))
    .flatMap((scope) => [
      { role: superior, scope },
      ...(isVacant(scope) ? [{ role: 'MAIN_FOCAL_POINT', scope }] : []),
    ]);
  const ofRoom = holds(viewer, 'OPERATION_ROOM') ? directory.entitiesBelowRoom : [];
  const forRoom = ofRoom.flatMap((scope) => [
    { role: roomAsSuperior, scope },
    ...(isVacant(scope) ? [{ role: roomStandsIn, scope }] : []),
  ]);
  if (below.length === 0 && forRoom.length === 0) return viewer;
  return { ...viewer, grants: [...viewer.grants, ...below, ...forRoom] };
}
