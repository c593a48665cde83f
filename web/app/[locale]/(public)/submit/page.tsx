import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { listDrafts, newDraftId } from '../../../../features/submit/draft/kept-draft.ts';
import { DraftList } from '../../../../features/submit/draft-list.tsx';
import { readPreset, stepPath } from '../../../../features/submit/step-path.ts';
import { pageLocale } from '../../../../i18n/page-locale.ts';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ type?: string; entity?: string; gone?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('submit.drafts');
  return { title: t('title') };
}

/** Whoever has drafts chooses one, or begins another request; everybody else begins at once. */
export default async function SubmitPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { gone, ...given } = await searchParams;
  const preset = readPreset(given);
  const drafts = await listDrafts();
  if (drafts.length === 0 && gone === undefined)
    redirect(stepPath(locale, preset.type ? 'what' : 'type', newDraftId(), { ...preset }));
  return <DraftList locale={locale} drafts={drafts} preset={preset} gone={gone !== undefined} />;
}
