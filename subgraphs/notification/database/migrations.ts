import type { MigrationClass } from '@bekhedmetkom/platform/database';
import { Notification1767225600000 } from './migrations/1767225600000-notification.ts';

/** In the order in which they run. */
export const migrations: MigrationClass[] = [Notification1767225600000];
