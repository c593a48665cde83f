import type { MigrationClass } from '@bekhedmetkom/platform/database';
import { Complaint1767225600000 } from './migrations/1767225600000-complaint.ts';
import { LifeOfACase1767830400000 } from './migrations/1767830400000-life-of-a-case.ts';
import { TransfersAndParts1767916800000 } from './migrations/1767916800000-transfers-and-parts.ts';
import { Escalation1767916900000 } from './migrations/1767916900000-escalation.ts';
import { Desk1768003200000 } from './migrations/1768003200000-desk.ts';
import { Attachments1768003260000 } from './migrations/1768003260000-attachments.ts';
import { AmendedCalendars1768348800000 } from './migrations/1768348800000-amended-calendars.ts';
import { NoneHides1768435200000 } from './migrations/1768435200000-none-hides.ts';
import { ListsOfProgrammes1768521600000 } from './migrations/1768521600000-lists-of-programmes.ts';
import { AttachmentLeases1768608000000 } from './migrations/1768608000000-attachment-leases.ts';
import { ReopeningsOfApplicants1769126400000 } from './migrations/1769126400000-reopenings-of-applicants.ts';
import { ConfidentialReports1769212800000 } from './migrations/1769212800000-confidential-reports.ts';
import { ReportsToSeal1769299200000 } from './migrations/1769299200000-reports-to-seal.ts';
import { DeadLetters1796169600000 } from './migrations/1796169600000-dead-letters.ts';
import { FoldedSearch1796256000000 } from './migrations/1796256000000-folded-search.ts';
import { IdentitySecondPerson1796774400000 } from './migrations/1796774400000-identity-second-person.ts';
import { Jobs1796860800000 } from './migrations/1796860800000-jobs.ts';
import { TextsSealed1796947200000 } from './migrations/1796947200000-texts-sealed.ts';
import { PlainNames1797033600000 } from './migrations/1797033600000-plain-names.ts';

/** In the order in which they run. */
export const migrations: MigrationClass[] = [
  Complaint1767225600000,
  LifeOfACase1767830400000,
  TransfersAndParts1767916800000,
  Escalation1767916900000,
  Desk1768003200000,
  Attachments1768003260000,
  AmendedCalendars1768348800000,
  NoneHides1768435200000,
  ListsOfProgrammes1768521600000,
  AttachmentLeases1768608000000,
  ReopeningsOfApplicants1769126400000,
  ConfidentialReports1769212800000,
  ReportsToSeal1769299200000,
  DeadLetters1796169600000,
  FoldedSearch1796256000000,
  IdentitySecondPerson1796774400000,
  Jobs1796860800000,
  TextsSealed1796947200000,
  PlainNames1797033600000,
];
