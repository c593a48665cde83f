import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

/** A person who holds, held or will hold posts. */
export interface StaffMember {
  key: string;
  /** Who they are to the issuer that signs them in; null for who cannot sign in. */
  subject: string | null;
  names: Names;
  /** Where the platform writes to them; null when nobody knows. In no event. */
  email: string | null;
}
