import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { type Locale, otherLocale } from '../../i18n/locale.ts';
import { hasSession } from '../../session/viewer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';

/** The head of every page for citizens: where one can go, the other language, signing in. */
export async function SiteHeader({ locale }: { locale: Locale }) {
  const t = await getTranslations('common');
  const path = (await headers()).get('x-page-path') ?? `/${locale}`;
  const signedIn = await hasSession();
  const other = otherLocale(locale);
  const current = (href: string) =>
    path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`) ? 'page' : undefined;
  const link = (href: string, words: string) => (
    <a href={href} aria-current={current(href)}>
      {words}
    </a>
  );
  return (
    <header className="top">
      <div className="wrap top__in">
        <Mark href={`/${locale}`} name={t('name')} tagline={t('tagline')} />
        <nav aria-label={t('navigation')}>
          {link(`/${locale}/track`, t('track'))}
          {signedIn && link(`/${locale}/mine`, t('mine'))}
          {link(`/${locale}/performance`, t('performance'))}
          <a href={path.replace(`/${locale}`, `/${other}`)} lang={other} hrefLang={other}>
            <Icon name="globe" />
            {t('otherLanguage')}
          </a>
          {signedIn ? (
            <a href={`/${locale}/notifications`} aria-current={current(`/${locale}/notifications`)}>
              <Icon name="bell" />
              {t('notifications')}
            </a>
          ) : (
            <a href={`/${locale}/sign-in?${new URLSearchParams({ to: path })}`}>
              <Icon name="person" />
              {t('signIn')}
            </a>
          )}
        </nav>
      </div>
    </header>
  );
}
