import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';

/** A form of its own: searching changes no answer. */
export async function EntitySearch({
  locale,
  search,
  changing,
}: {
  locale: Locale;
  search: string;
  changing: boolean;
}) {
  const t = await getTranslations();
  return (
    <search>
      <form className="find space-5" action={`/${locale}/submit/who`}>
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
          <a className="back" href={`/${locale}/submit/who${changing ? '?back=check' : ''}`}>
            {t('submit.who.clear')}
          </a>
        )}
      </form>
    </search>
  );
}
