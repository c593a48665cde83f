/** How a person wants to be told. Pure. */

export interface Preference {
  email: boolean;
  inApp: boolean;
  /** The language of mails; null is that of the case. */
  language: 'ar' | 'en' | null;
}

/** What holds for somebody who never chose. */
export const unchosen: Preference = { email: true, inApp: true, language: null };
