import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PreferencesForm } from '../../../../../features/notifications/preferences-form.tsx';
import { ServiceAway } from '../../../../../features/shell/service-away.tsx';
import { graphql } from '../../../../../graphql/generated/index.ts';
import { query } from '../../../../../graphql/server.ts';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { requireViewer } from '../../../../../session/viewer.ts';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
}

const preferencesDocument = graphql(`
  query Preferences {
    notificationPreferences {
      ...PreferencesForm_Preferences
    }
  }
`);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('notifications');
  return { title: t('preferences') };
}

/** How the signed-in person wants to be told of what is new. */
export default async function PreferencesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const page = `/${locale}/notifications/preferences`;
  await requireViewer(locale, page);
  const { saved } = await searchParams;
  const { data } = await query(preferencesDocument, {});
  if (!data?.notificationPreferences) return <ServiceAway retry={page} />;
  return (
    <main id="main" className="wrap page">
      <PreferencesForm
        locale={locale}
        preferences={data.notificationPreferences}
        outcome={saved === 'yes' || saved === 'no' ? saved : null}
      />
    </main>
  );
}
