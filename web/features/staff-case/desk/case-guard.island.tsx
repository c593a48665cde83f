'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useTransition } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { readRow } from '../../inbox/list/row-view.ts';
import { useConnection, useStaffLive } from '../../staff/live/staff-live.island.tsx';
import { heard, looked, mayBeSent, type Opened, since } from './actions/conflict.ts';
import { isBeingWritten } from './draft/being-written.ts';
import { HappenedList, type Happening } from './happened-list.tsx';
import { MeanwhileQuery } from './read/desk.query.ts';

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
  reference: string;
  version: number;
  /** The last entry of the timeline on this page. */
  lastSeen: string | null;
  head: ReactNode;
  children: ReactNode;
}

/**
 * Watches the case while it is open. When it moves on and nothing is being written, the page renews itself; otherwise it
 * says so on top, which stays in sight, and holds back the forms until the viewer has looked.
 */
export function CaseGuard({ caseId, reference, version, lastSeen, head, children }: CaseGuardProps) {
  const t = useTranslations('staff.form');
  const router = useRouter();
  const { link, onEvent, onNotification, onResumed } = useStaffLive();
  const connection = useConnection();
  const [opened, setOpened] = useState<Opened>({ seen: version, newest: version });
  const [meanwhile, setMeanwhile] = useState<readonly Happening[]>([]);
  const [gone, setGone] = useState(false);
  const [looking, startLooking] = useTransition();
  const seen = useRef(version);

  useEffect(() => {
    seen.current = Math.max(seen.current, version);
    setOpened((before) => looked(before, version));
  }, [version]);
  useEffect(
    () =>
      onEvent((event) => {
        if (readRow(event.case).id !== caseId || event.version <= seen.current) return;
        setOpened((before) => heard(before, event.version));
      }),
    [onEvent, caseId],
  );
  // The stream replays what a break has swallowed; when it cannot, the version alone tells that something was. A case
  // that has left the viewer's scope is in no stream of theirs any more: a notification is the occasion to ask.
  useEffect(() => {
    const compare = async () => {
      const now = await link?.ask(MeanwhileQuery, { id: caseId });
      if (!now) return;
      setGone(now.case === null);
      const newest = now.case?.version;
      if (newest !== undefined) setOpened((before) => heard(before, newest));
    };
    const stops = [onResumed(compare), onNotification(compare)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [onResumed, onNotification, link, caseId]);

  const clear = mayBeSent(opened);
  const { newest } = opened;
  // Whoever only reads sees the case as it is; one try for each version, so that a failing page does not repeat itself.
  useEffect(() => {
    if (newest > seen.current && !isBeingWritten(reference)) startLooking(() => router.refresh());
  }, [newest, reference, router]);
  useEffect(() => {
    if (clear || !link || newest === 0) return;
    let left = false;
    void link.ask(MeanwhileQuery, { id: caseId }).then((now) => {
      const entries = now?.case?.timeline.edges.map((edge) => edge.node);
      if (!left && entries) setMeanwhile(since(entries, lastSeen));
    });
    return () => {
      left = true;
    };
  }, [clear, newest, link, caseId, lastSeen]);

  return (
    <GuardContext value={{ clear: clear && !gone, watched: connection.state === 'live' }}>
      {head}
      <div className="moved-slot" role="status">
        {gone && (
          <div className="moved">
            <Icon name="transfer" />
            <p>{t('movedAway')}</p>
          </div>
        )}
        {!clear && !gone && !looking && (
          <div className="moved">
            <Icon name="clock" />
            <div>
              <h2>{t('movedTitle')}</h2>
              <HappenedList happened={meanwhile} />
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
