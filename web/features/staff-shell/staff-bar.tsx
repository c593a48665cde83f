import { useTranslations } from 'next-intl';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PaletteButton } from '../palette/palette-button.island.tsx';
import { initials } from '../staff/case-marks.tsx';
import { ConnectionMark } from './connection-mark.island.tsx';
import { LanguageLink } from './language-link.island.tsx';
import { NotificationBell } from './notification-bell.island.tsx';
import type { Posts } from './staff-post.ts';

interface StaffBarProps {
  language: Locale;
  name: string;
  posts: Posts;
  /** Notifications not read yet; null when nobody can tell. */
  unread: number | null;
  /** Null: all entities. */
  entities: string[] | null;
}

/** The bar on top of every staff page: mark, entity, search, the live line, the person. */
export function StaffBar({ language, name, posts, entities, unread }: StaffBarProps) {
  const t = useTranslations('staff.shell');
  return (
    <header className="desk__bar">
      <Mark href={`/${language}/staff`} name={useTranslations('staff')('brand')} />
      <span className="who">{whoOf(entities, posts) ?? t('allEntities')}</span>
      <search className="desk__find">
        <form className="desk__search" action={`/${language}/staff/inbox`}>
          <label htmlFor="desk-search">
            <Icon name="search" />
            <span className="sr">{t('searchLabel')}</span>
          </label>
          <input
            id="desk-search"
            name="q"
            type="search"
            dir="auto"
            maxLength={200}
            autoComplete="off"
            placeholder={t('search')}
          />
          <PaletteButton />
        </form>
      </search>
      <ConnectionMark />
      <NotificationBell unread={unread} />
      <details className="person">
        <summary>
          <span className="avatar" aria-hidden="true">
            {initials(name)}
          </span>
          <span className="sr">{t('menu', { name })}</span>
        </summary>
        <div className="person__menu">
          <p>
            <b>{name}</b>
            {posts.map((post) => (
              <span key={post.id}>{post.name}</span>
            ))}
          </p>
          <LanguageLink />
          <a href={`/${language}`}>
            <Icon name="building" />
            {t('public')}
          </a>
          <form method="post" action={`/auth/sign-out?lang=${language}`}>
            <button type="submit">
              <Icon name="sign-out" />
              {t('signOut')}
            </button>
          </form>
        </div>
      </details>
    </header>
  );
}

/** For whom somebody works: the entities or, without any, the posts (of a programme). Null: for all. */
function whoOf(entities: readonly string[] | null, posts: Posts): string | null {
  if (entities === null) return null;
  return (entities.length > 0 ? entities : posts.map((post) => post.name)).join('، ');
}
