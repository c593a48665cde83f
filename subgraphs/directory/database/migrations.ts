import type { MigrationClass } from '@bekhedmetkom/platform/database';
import { Directory1767225600000 } from './migrations/1767225600000-directory.ts';
import { SlaAdministration1795478400000 } from './migrations/1795478400000-sla-administration.ts';
import { StaffEmail1796083200000 } from './migrations/1796083200000-staff-email.ts';
import { SearchWords1796169600000 } from './migrations/1796169600000-search-words.ts';

/** In the order in which they run. */
export const migrations: MigrationClass[] = [
  Directory1767225600000,
  SlaAdministration1795478400000,
  StaffEmail1796083200000,
  SearchWords1796169600000,
];
