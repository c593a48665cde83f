import { redirect } from 'next/navigation';
import { firstOpenStep } from '../../../../features/submit/draft.ts';
import { readDraft } from '../../../../features/submit/draft-cookie.ts';
import { pageLocale } from '../../../../i18n/page-locale.ts';

/** Begins, or goes on where this browser left off. */
export default async function SubmitPage({ params }: { params: Promise<{ locale: string }> }) {
  const locale = await pageLocale(params);
  redirect(`/${locale}/submit/${firstOpenStep(await readDraft())}`);
}
