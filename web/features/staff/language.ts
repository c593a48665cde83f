import { useLocale } from 'next-intl';
import type { Locale } from '../../i18n/locale.ts';

/** The language of the page (`useLocale` of next-intl gives the locale that numbers are written in). */
export function useLanguage(): Locale {
  return useLocale().startsWith('ar') ? 'ar' : 'en';
}
