import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundPage } from '../../../../features/shell/not-found-page.tsx';
import { pageLocale } from '../../../../i18n/page-locale.ts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('common.problem');
  return { title: t('notFoundHeading') };
}

/** Every address that no other page answers. */
export default async function RestPage({ params }: Props) {
  return <NotFoundPage locale={await pageLocale(params)} />;
}
