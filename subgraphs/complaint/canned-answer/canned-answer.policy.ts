/** Whose canned answers somebody may read and change. Those of no entity are everybody's, kept by the operation room. */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';

const readers = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'];

/** Whether the viewer may read an entity's canned answers; null: those of no entity. */
export function mayReadCanned(viewer: Viewer, entity: string | null): boolean {
  if (holds(viewer, 'OPERATION_ROOM')) return true;
  return readers.some((role) => (entity === null ? holds(viewer, role) : holds(viewer, role, entity)));
}

/** Whether the viewer may add, change and remove them. */
export function mayWriteCanned(viewer: Viewer, entity: string | null): boolean {
  if (holds(viewer, 'OPERATION_ROOM')) return true;
  return entity !== null && holds(viewer, 'MAIN_FOCAL_POINT', entity);
}
