import type { MigrationClass } from '@bekhedmetkom/platform/database';
import { Complaint1767225600000 } from './migrations/1767225600000-complaint.ts';
import { LifeOfACase1767830400000 } from './migrations/1767830400000-life-of-a-case.ts';
import { Desk1768003200000 } from './migrations/1768003200000-desk.ts';
import { AmendedCalendars1768348800000 } from './migrations/1768348800000-amended-calendars.ts';

/** In the order in which they run. */
export const migrations: MigrationClass[] = [
  Complaint1767225600000,
  LifeOfACase1767830400000,
  Desk1768003200000,
  AmendedCalendars1768348800000,
];
