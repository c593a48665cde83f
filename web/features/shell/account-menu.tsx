import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { written } from '../../ui/written.ts';

interface Props {
  locale: Locale;
  name: string;
  isStaff: boolean;
}

/** What belongs to the person who is signed in, one press away on every page; opens without a script. */
export async function AccountMenu({ locale, name, isStaff }: Props) {
  const t = await getTranslations('common');
  return (
    <details className="account">
      <summary>
        <Icon name="person" />
        <span className="account__name" {...written(name)}>
          {name}
        </span>
        <span className="sr">{t('account')}</span>
      </summary>
      <ul>
        <li>
          {isStaff ? (
            <a href={`/${locale}/staff`}>{t('desk')}</a>
          ) : (
            <a href={`/${locale}/mine`}>{t('mine')}</a>
          )}
        </li>
        <li>
          <a href={`/${locale}/notifications`}>{t('notifications')}</a>
        </li>
        <li>
          <a href={`/${locale}/notifications/preferences`}>{t('preferences')}</a>
        </li>
        <li>
          <form method="post" action={`/auth/sign-out?lang=${locale}`}>
            <button type="submit">
              <Icon name="sign-out" />
              {t('signOut')}
            </button>
          </form>
        </li>
      </ul>
    </details>
  );
}
