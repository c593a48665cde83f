import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';

const words = { ar: 'ليست لديك صلاحية هذا الإجراء.', en: 'You may not do this.' };

/** Administrators and the operation room try calendars and policies out. Throws a Fault FORBIDDEN at others. */
export function requireSlaAdministration(viewer: Viewer): void {
  const may = holds(viewer, 'ADMINISTRATOR') || holds(viewer, 'OPERATION_ROOM');
  if (viewer.kind !== 'person' || !may) throw new Fault('FORBIDDEN', words[viewer.language]);
}
