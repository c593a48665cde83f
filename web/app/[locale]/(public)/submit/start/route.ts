import { randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { readConfig } from '../../../../../config.ts';
import { readDraft, writeDraft } from '../../../../../features/submit/draft-cookie.ts';
import { isLocale } from '../../../../../i18n/locale.ts';
import { isCaseType } from '../../../../../ui/vocabulary.ts';

/** A link that answers a question already: the kind of request (home page) or the entity (its own page). */
export async function GET(request: NextRequest, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const type = request.nextUrl.searchParams.get('type');
  const entity = request.nextUrl.searchParams.get('entity');
  const to = (step: string) =>
    NextResponse.redirect(
      new URL(`/${isLocale(locale) ? locale : 'ar'}/submit/${step}`, readConfig().webOrigin),
      303,
    );
  const draft = (await readDraft()) ?? { key: randomUUID() };
  const answers = {
    ...(isCaseType(type) && { type }),
    ...(entity && /^[A-Z0-9_-]{1,40}$/.test(entity) && { entity }),
  };
  await writeDraft({ ...draft, ...answers });
  return to('type' in answers ? 'what' : 'type');
}
