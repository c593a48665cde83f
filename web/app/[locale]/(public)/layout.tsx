import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '../../../ui/styles/citizen.css';
import '../../../ui/styles/home.css';
import '../../../ui/styles/citizen-acts.css';
import '../../../ui/styles/submit.css';
import '../../../ui/styles/track.css';
import '../../../ui/styles/sign-in.css';
import { readConfig } from '../../../config.ts';
import { publicMetadata } from '../../../features/shell/public-metadata.ts';
import { SiteFooter } from '../../../features/shell/site-footer.tsx';
import { SiteHeader } from '../../../features/shell/site-header.tsx';
import { pageLocale } from '../../../i18n/page-locale.ts';
import { isSomebodyHere } from '../../../session/cookies/presence.ts';
import { Document } from '../../../ui/document.tsx';
import { Island } from '../../../ui/island.tsx';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations('common');
  const path = (await headers()).get('x-page-path') ?? `/${locale}`;
  return {
    ...publicMetadata(path, locale, readConfig().webOrigin, t('name')),
    title: { default: t('name'), template: t('titled', { title: '%s' }) },
    icons: { icon: '/mark.svg' },
    manifest: '/site.webmanifest',
  };
}

export default async function PublicLayout({ children, params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations('common');
  return (
    <Document locale={locale} density="citizen">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <SiteHeader locale={locale} />
      {children}
      <SiteFooter locale={locale} />
      {(await isSomebodyHere()) && <Island name="session" />}
    </Document>
  );
}
