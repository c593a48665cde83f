/** The languages of the site; the first is the one shown when nothing else is known. */
export const locales = ['ar', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Every date and time on the site is shown in the time of Amman, wherever the server or the reader is. */
export { ammanTimeZone as timeZone } from '@bekhedmetkom/time/amman';
/** How each language writes numbers and dates. */
export { dateLocales as formatLocales } from '@bekhedmetkom/time/date-locales';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function directionOf(locale: Locale): 'rtl' | 'ltr' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'ar' ? 'en' : 'ar';
}
