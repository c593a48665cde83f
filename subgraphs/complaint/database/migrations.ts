import type { MigrationClass } from '@bekhedmetkom/platform/database';
import { Complaint1767225600000 } from './migrations/1767225600000-complaint.ts';

/** In the order in which they run. */
export const migrations: MigrationClass[] = [Complaint1767225600000];
