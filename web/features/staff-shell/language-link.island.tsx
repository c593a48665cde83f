'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { otherLocale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';

/** The same page in the other language. A full load: the other language reads the other way. */
export function LanguageLink() {
  const t = useTranslations('staff.shell');
  const language = useLanguage();
  const other = otherLocale(language);
  const query = useSearchParams().toString();
  const path = usePathname().replace(/^\/(ar|en)(?=\/|$)/, `/${other}`);
  return (
    <a href={query ? `${path}?${query}` : path} hrefLang={other} lang={other}>
      <Icon name="globe" />
      {t('language')}
    </a>
  );
}
