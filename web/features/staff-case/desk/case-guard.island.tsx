'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useTransition } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { readRow } from '../../inbox/row-view.ts';
import { useLanguage } from '../../staff/language.ts';
import { type StaffEvent, useStaffLive } from '../../staff/live/staff-live.island.tsx';
import { clockTime } from '../../staff/when.ts';
import { CaseVersionQuery } from './desk.query.ts';
import { heard, looked, mayBeSent, type Opened } from './meanwhile.ts';

interface Guard {
  /** Whether forms may be sent: the viewer has seen the case as it is. */
  clear: boolean;
  /** Whether the case is being watched at all; without scripts, or with the line down, it is not. */
  watched: boolean;
}

const GuardContext = createContext<Guard>({ clear: true, watched: false });

export function useCaseGuard(): Guard {
  return useContext(GuardContext);
}

interface CaseGuardProps {
  caseId: string;
  version: number;
  head: ReactNode;
  children: ReactNode;
}

/** Watches the case while it is open. When it moves on, says so on top and holds back the forms below. */
export function CaseGuard({ caseId, version, head, children }: CaseGuardProps) {
  const t = useTranslations('staff.form');
  const words = useTranslations('case.action');
  const language = useLanguage();
  const router = useRouter();
  const { link, connection, onEvent, onResumed } = useStaffLive();
  const [opened, setOpened] = useState<Opened>({ seen: version, newest: version });
  const [meanwhile, setMeanwhile] = useState<StaffEvent[]>([]);
  const [looking, startLooking] = useTransition();
  const seen = useRef(version);

  useEffect(() => {
    seen.current = Math.max(seen.current, version);
    setOpened((before) => looked(before, version));
    setMeanwhile((before) => before.filter((event) => event.version > version));
  }, [version]);
  useEffect(
    () =>
      onEvent((event) => {
        if (readRow(event.case).id !== caseId || event.version <= seen.current) return;
        setOpened((before) => heard(before, event.version));
        setMeanwhile((before) =>
          before.some((one) => one.version === event.version) ? before : [...before, event],
        );
      }),
    [onEvent, caseId],
  );
  // The stream replays what a break has swallowed; when it cannot, the version alone tells that something was.
  useEffect(
    () =>
      onResumed(async () => {
        const now = await link?.ask(CaseVersionQuery, { id: caseId });
        const newest = now?.case?.version;
        if (newest !== undefined) setOpened((before) => heard(before, newest));
      }),
    [onResumed, link, caseId],
  );

  const clear = mayBeSent(opened);
  return (
    <GuardContext value={{ clear, watched: connection.state === 'live' }}>
      {head}
      <div className="moved-slot" role="status">
        {!clear && (
          <div className="moved">
            <Icon name="clock" />
            <div>
              <h2>{t('movedTitle')}</h2>
              <ul>
                {meanwhile.map((event) => (
                  <li key={event.version}>
                    <b>{event.action ? words(event.action) : null}</b> {clockTime(language, event.at)}
                  </li>
                ))}
              </ul>
              <p>{t('movedLive')}</p>
            </div>
            <button
              type="button"
              className="btn btn--primary btn--sm"
              disabled={looking}
              onClick={() => startLooking(() => router.refresh())}
            >
              {t('look')}
            </button>
          </div>
        )}
      </div>
      {children}
    </GuardContext>
  );
}
