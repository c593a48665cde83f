import type { Metadata } from 'next';
import { type Locale, locales, otherLocale } from '../../i18n/locale.ts';

/** Pages for everybody, as they stand below the language; all others are of one person, or of the moment. */
const forEverybody = /^(\/(track|submit|performance(\/[^/]+)?|about\/[^/]+))?$/;
const openGraphLocales: Record<Locale, string> = { ar: 'ar_JO', en: 'en_GB' };

/**
 * What a page for everybody tells programs about itself: its address, where it is in the other language (hreflang),
 * and what is shown when somebody shares it. Nothing for pages of a person. `path` begins with the language.
 */
export function publicMetadata(path: string, locale: Locale, origin: string, name: string): Metadata {
  const bare = path.split(/[?#]/, 1)[0] ?? '';
  const below = bare.slice(`/${locale}`.length).replace(/\/$/, '');
  if (!bare.startsWith(`/${locale}`) || !forEverybody.test(below)) return {};
  const at = (language: string) => `${origin}/${language}${below}`;
  return {
    alternates: {
      canonical: at(locale),
      languages: {
        ...Object.fromEntries(locales.map((one) => [one, at(one)])),
        'x-default': `${origin}/${below.slice(1)}`,
      },
    },
    openGraph: {
      type: 'website',
      siteName: name,
      url: at(locale),
      locale: openGraphLocales[locale],
      alternateLocale: openGraphLocales[otherLocale(locale)],
      images: [{ url: `${origin}/share.png`, width: 1200, height: 630, alt: name }],
    },
    twitter: { card: 'summary_large_image' },
  };
}
