import type { Language } from '@bekhedmetkom/platform/auth';
import Negotiator from 'negotiator';

/** Reads Accept-Language: whichever of our languages the caller prefers; Arabic when neither is named. */
export function readLanguage(header: string | undefined): Language {
  const wanted = new Negotiator({ headers: { 'accept-language': header?.slice(0, 200) } }).languages();
  // Not matched against ours by the library, for which `ar-JO, en` means English: it names ours exactly.
  for (const tag of wanted) {
    const [language] = tag.toLowerCase().split('-');
    if (language === 'ar' || language === 'en') return language;
  }
  return 'ar';
}
