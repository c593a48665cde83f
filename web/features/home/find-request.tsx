import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';

/** The way to an earlier request: its reference; the secret is asked for on the next page. */
export async function FindRequest({ locale }: { locale: Locale }) {
  const t = await getTranslations('home');
  return (
    <form className="find space-6" action={`/${locale}/track`}>
      <div>
        <label className="label" htmlFor="reference">
          {t('find')}
        </label>
        <span className="hint" id="reference-hint">
          {t.rich('findHint', {
            ref: () => (
              <bdi className="ref" dir="ltr" key="ref">
                BK-2026-7Q4M-K2XD-9
              </bdi>
            ),
          })}
        </span>
        <input
          className="input"
          id="reference"
          name="reference"
          dir="ltr"
          autoCapitalize="characters"
          autoComplete="off"
          aria-describedby="reference-hint"
        />
      </div>
      <button type="submit" className="btn btn--second btn--find">
        {t('findButton')}
      </button>
    </form>
  );
}
