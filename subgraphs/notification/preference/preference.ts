/** How a person wants to be told. Pure. */
import type { Language } from '@bekhedmetkom/platform/auth';

export interface Preference {
  email: boolean;
  inApp: boolean;
  /** The language of mails; null is that of the case. */
  language: Language | null;
}

/** What holds for somebody who never chose. */
export const unchosen: Preference = { email: true, inApp: true, language: null };
