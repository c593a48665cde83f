import { type NextRequest, NextResponse } from 'next/server';
import { readConfig } from '../../../../../config.ts';
import { listDrafts, newDraftId } from '../../../../../features/submit/draft/kept-draft.ts';
import { readPreset, stepPath } from '../../../../../features/submit/step-path.ts';
import { isLocale } from '../../../../../i18n/locale.ts';

/**
 * A link that answers a question already: the kind of request (home page) or the entity (its own page). Nothing is
 * kept or changed by following it: whoever has drafts is asked whether to go on with one or to begin another.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ locale: string }> }) {
  const asked = (await params).locale;
  const locale = isLocale(asked) ? asked : 'ar';
  const { searchParams } = request.nextUrl;
  const preset = readPreset({ type: searchParams.get('type'), entity: searchParams.get('entity') });
  const to = async () => {
    const other = searchParams.get('new') === 'yes';
    if (!other && (await listDrafts()).length > 0)
      return `/${locale}/submit?${new URLSearchParams({ ...preset })}`;
    return stepPath(locale, preset.type ? 'what' : 'type', newDraftId(), { ...preset });
  };
  return NextResponse.redirect(new URL(await to(), readConfig().webOrigin), 303);
}
