'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import type { Connection } from '../../staff/connection/connection.ts';
import { useLanguage } from '../../staff/language.ts';
import { clockSeconds, todayWords } from '../../staff/when.ts';
import { freshnessOf } from '../feed/ago.ts';

interface WallHeadProps {
  connection: Connection;
  signedOut: boolean;
  now: number;
  scope: string;
  /** Where to sign in again, back to this very screen. */
  signIn: string;
}

/** Who this is, whether the line stands, and the clock of Amman. */
export function WallHead({ connection, signedOut, now, scope, signIn }: WallHeadProps) {
  const t = useTranslations('wall');
  const language = useLanguage();
  const time = clockSeconds(language, connection.goodUntil);
  const ago = freshnessOf(connection.goodUntil, now);
  const words = t(`connection.${connection.state}`, { time, ago: t(ago.unit, { count: ago.count }) });
  return (
    <header className="wall__head">
      <Mark href={`/${language}/staff`} name={t('title')} tagline={scope} />
      <h1 className="sr">{t('heading')}</h1>
      {signedOut ? (
        <a className="conn conn--stale" href={signIn}>
          <Icon name="lock" />
          {t('connection.signedOut', { time })}
        </a>
      ) : (
        <p className={`conn conn--${connection.state}`}>
          <Icon name={connection.state === 'stale' ? 'overdue' : 'connected'} />
          <span>{words}</span>
        </p>
      )}
      <p className="wall__clock">
        <span>{todayWords(language, now)}</span>
        <time dateTime={new Date(now).toISOString()}>{clockSeconds(language, now)}</time>
      </p>
    </header>
  );
}
