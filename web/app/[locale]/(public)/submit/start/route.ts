import { randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { readConfig } from '../../../../../config.ts';
import { readDraft, writeDraft } from '../../../../../features/submit/draft-cookie.ts';
import { isLocale } from '../../../../../i18n/locale.ts';
import { isCaseType } from '../../../../../ui/vocabulary.ts';

/** The kind of request was chosen on the home page: the first question is answered already. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const type = request.nextUrl.searchParams.get('type');
  const to = (step: string) =>
    NextResponse.redirect(
      new URL(`/${isLocale(locale) ? locale : 'ar'}/submit/${step}`, readConfig().webOrigin),
      303,
    );
  if (!isCaseType(type)) return to('type');
  const draft = (await readDraft()) ?? { key: randomUUID() };
  await writeDraft({ ...draft, type });
  return to('what');
}
