import { defineRouting } from 'next-intl/routing';
import { locales } from './locale.ts';

/** `/` goes to Arabic, unless the browser asks for English before Arabic. */
export const routing = defineRouting({
  locales,
  defaultLocale: 'ar',
  localePrefix: 'always',
  localeCookie: { name: 'bk_locale', maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' },
  alternateLinks: false,
});
