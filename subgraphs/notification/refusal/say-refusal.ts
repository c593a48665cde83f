/** What is said to somebody who asked for what cannot be, in her language. Pure. */
import type { Language } from '@bekhedmetkom/platform/auth';

const sentences = {
  'sign-in': {
    ar: 'سجّلوا الدخول لرؤية إشعاراتكم.',
    en: 'Sign in to see your notifications.',
  },
  'no-notification': {
    ar: 'لا يوجد إشعار بهذا المعرّف.',
    en: 'There is no notification of this id.',
  },
  'no-address': {
    ar: 'هذا الرابط غير صحيح أو غير كامل. افتحوه من الرسالة كما وصلت.',
    en: 'This link is wrong or not complete. Open it from the mail as it came.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Says why, in a sentence. */
export function sayRefusal(why: keyof typeof sentences, language: Language): string {
  return sentences[why][language];
}
