import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { SelectField } from '../../ui/field.tsx';
import { setPreferences } from './notifications.action.ts';

const preferencesFragment = graphql(`
  fragment PreferencesForm_Preferences on NotificationPreferences {
    email
    inApp
    language
  }
`);

interface Props {
  locale: Locale;
  preferences: FragmentType<typeof preferencesFragment>;
  /** Of a form that was just sent; null before. */
  outcome: 'yes' | 'no' | null;
  /** Within the workspace of staff it is a part of a page. */
  area?: 'staff';
}

/** How one wants to be told of what is new. */
export async function PreferencesForm({ locale, preferences, outcome, area }: Props) {
  const { email, inApp, language } = readFragment(preferencesFragment, preferences);
  const t = await getTranslations();
  const box = (name: 'email' | 'inApp', checked: boolean) => (
    <label className="choice">
      <input type="checkbox" name={name} defaultChecked={checked} />
      <span>
        <b>{t(`notifications.${name}`)}</b>
      </span>
    </label>
  );
  return (
    <section aria-labelledby="preferences-title">
      {area ? (
        <h2 className="sr" id="preferences-title">
          {t('notifications.preferences')}
        </h2>
      ) : (
        <h1 className="h1" id="preferences-title">
          {t('notifications.preferences')}
        </h1>
      )}
      <p role="status" className="space-2">
        {outcome === 'yes' && <span className="sla sla--ontime">{t('notifications.saved')}</span>}
        {outcome === 'no' && <span className="sla sla--late">{t('notifications.notSaved')}</span>}
      </p>
      <form action={setPreferences} className="narrow">
        <input type="hidden" name="locale" value={locale} />
        {area && <input type="hidden" name="area" value={area} />}
        <div className="choices gap-5">
          {box('inApp', inApp)}
          {box('email', email)}
        </div>
        <SelectField
          id="language"
          name="language"
          label={t('notifications.language')}
          errorPrefix={t('common.errors.prefix')}
          defaultValue={language}
          options={(['AR', 'EN'] as const).map((value) => ({ value, label: t(`notifications.${value}`) }))}
        />
        <div className="actions">
          <button type="submit" className="btn btn--second">
            {t('notifications.save')}
          </button>
        </div>
      </form>
    </section>
  );
}
