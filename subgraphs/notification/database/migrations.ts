import type { MigrationClass } from '@bekhedmetkom/platform/database';
import { Notification1767225600000 } from './migrations/1767225600000-notification.ts';
import { Followers1768003300000 } from './migrations/1768003300000-followers.ts';
import { MailAddress1769000000000 } from './migrations/1769000000000-mail-address.ts';
import { StaffMail1769500000000 } from './migrations/1769500000000-staff-mail.ts';
import { DeadLetters1796169600000 } from './migrations/1796169600000-dead-letters.ts';
import { Jobs1796256000000 } from './migrations/1796256000000-jobs.ts';
import { PlainNames1797033600000 } from './migrations/1797033600000-plain-names.ts';

/** In the order in which they run. */
export const migrations: MigrationClass[] = [
  Notification1767225600000,
  Followers1768003300000,
  MailAddress1769000000000,
  StaffMail1769500000000,
  DeadLetters1796169600000,
  Jobs1796256000000,
  PlainNames1797033600000,
];
