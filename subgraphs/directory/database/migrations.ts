import type { MigrationClass } from '@bekhedmetkom/platform/database';
import { Directory1767225600000 } from './migrations/1767225600000-directory.ts';

/** In the order in which they run. */
export const migrations: MigrationClass[] = [Directory1767225600000];
