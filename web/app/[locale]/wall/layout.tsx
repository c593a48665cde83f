import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SessionWatch } from '../../../features/shell/session-watch.island.tsx';
import { isLocale } from '../../../i18n/locale.ts';
import { Document } from '../../../ui/document.tsx';
import '../../../ui/styles/wall.css';
import '../../../features/wall/wall.css';
import '../../../features/wall/wall-narrow.css';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };
export const metadata: Metadata = { robots: { index: false }, icons: { icon: 'data:,' } };

interface WallLayoutProps {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The wall has no chrome: nothing but the screen itself, dark. */
export default async function WallLayout({ children, params }: WallLayoutProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const { wall, case: words } = await getMessages();
  return (
    <Document locale={locale} density="staff" theme="wall">
      <NextIntlClientProvider messages={{ wall, case: words }}>
        {children}
        <SessionWatch />
      </NextIntlClientProvider>
    </Document>
  );
}
