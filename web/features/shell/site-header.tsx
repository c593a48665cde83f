import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { type Locale, otherLocale } from '../../i18n/locale.ts';
import { readViewer } from '../../session/viewer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { AccountMenu } from './account-menu.tsx';

/** The head of every page for citizens: where one can go, the other language, signing in. */
export async function SiteHeader({ locale }: { locale: Locale }) {
  const t = await getTranslations('common');
  const path = (await headers()).get('x-page-path') ?? `/${locale}`;
  const viewer = await readViewer(locale);
  const other = otherLocale(locale);
  const link = (href: string, words: string) => {
    const here = path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`);
    return (
      <a href={href} aria-current={here ? 'page' : undefined}>
        {words}
      </a>
    );
  };
  return (
    <header className="top">
      <div className="wrap top__in">
        <Mark href={`/${locale}`} name={t('name')} tagline={t('tagline')} />
        <nav aria-label={t('navigation')}>
          {link(`/${locale}/track`, t('track'))}
          {viewer && viewer.posts.length > 0 && link(`/${locale}/staff`, t('desk'))}
          {viewer && viewer.posts.length === 0 && link(`/${locale}/mine`, t('mine'))}
          {link(`/${locale}/performance`, t('performance'))}
          <a href={path.replace(`/${locale}`, `/${other}`)} lang={other} hrefLang={other}>
            <Icon name="globe" />
            {t('otherLanguage')}
          </a>
        </nav>
        <div className="top__you">
          {viewer && (
            <a href={`/${locale}/notifications`} className="nav-bell">
              <Icon name="bell" />
              <span className="words">{t('notifications')}</span>
              {(viewer.unreadNotifications ?? 0) > 0 && (
                <>
                  <span className="badge" aria-hidden="true">
                    {viewer.unreadNotifications}
                  </span>
                  <span className="sr">({t('unread', { count: viewer.unreadNotifications ?? 0 })})</span>
                </>
              )}
            </a>
          )}
          {viewer && <AccountMenu locale={locale} name={viewer.name} isStaff={viewer.posts.length > 0} />}
          {!viewer && (
            <a href={`/${locale}/sign-in?${new URLSearchParams({ to: path })}`}>
              <Icon name="person" />
              {t('signIn')}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}
