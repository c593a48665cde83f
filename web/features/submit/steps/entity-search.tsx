import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { stepPath } from '../step-path.ts';

/** A form of its own: searching changes no answer. */
export async function EntitySearch({
  locale,
  id,
  search,
  changing,
}: {
  locale: Locale;
  /** Of the draft. */
  id: string;
  search: string;
  changing: boolean;
}) {
  const t = await getTranslations();
  return (
    <search>
      <form className="find space-5" noValidate action={`/${locale}/submit/who`}>
        <input type="hidden" name="draft" value={id} />
        {changing && <input type="hidden" name="back" value="check" />}
        <div>
          <label className="label" htmlFor="search">
            {t('submit.who.search')}
          </label>
          <input
            className="input"
            id="search"
            name="q"
            type="search"
            dir="auto"
            defaultValue={search}
            autoComplete="off"
          />
        </div>
        <button type="submit" className="btn btn--second btn--find">
          {t('common.search')}
        </button>
        {search && (
          <a className="back" href={stepPath(locale, 'who', id, changing ? { back: 'check' } : {})}>
            {t('submit.who.clear')}
          </a>
        )}
      </form>
    </search>
  );
}
