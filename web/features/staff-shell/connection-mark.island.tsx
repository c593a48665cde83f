'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { useConnection, useStaffLive } from '../staff/live/staff-live.island.tsx';
import { clockTime } from '../staff/when.ts';

/** The state of the live line, said when it changes and not otherwise. */
export function ConnectionMark() {
  const t = useTranslations('staff.connection');
  const language = useLanguage();
  const { signedOut } = useStaffLive();
  const connection = useConnection();
  if (signedOut) {
    return (
      <span role="alert">
        <a className="conn conn--bad" href={`/auth/sign-in?lang=${language}&to=/${language}/staff`}>
          <Icon name="overdue" />
          {t('signedOut')}
        </a>
      </span>
    );
  }
  const bad = connection.state === 'stale';
  return (
    <span className={`conn conn--${connection.state}${bad ? ' conn--bad' : ''}`} role="status">
      <Icon name={bad ? 'overdue' : 'connected'} />
      <span className="conn__words">
        {t(connection.state, { time: clockTime(language, connection.goodUntil) })}
      </span>
    </span>
  );
}
