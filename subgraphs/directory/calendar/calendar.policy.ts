import { holds, type Viewer } from '@bekhedmetkom/platform/auth';

/** Administrators draw up calendars; the operation room may too, and it alone may shorten deadlines. */
export function mayPublishCalendar(viewer: Viewer): boolean {
  return viewer.kind === 'person' && (holds(viewer, 'ADMINISTRATOR') || mayShortenDeadlines(viewer));
}

export function mayShortenDeadlines(viewer: Viewer): boolean {
  return viewer.kind === 'person' && holds(viewer, 'OPERATION_ROOM');
}
