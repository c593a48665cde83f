'use client';

import { useTranslations } from 'next-intl';
import type { Breach_CaseFragment } from '../../../graphql/generated/graphql.ts';
import { Icon } from '../../../ui/icon.tsx';
import { knownName } from '../../../ui/known-name.ts';
import { written } from '../../../ui/written.ts';
import type { WorkingCalendar } from '../../staff/working-time.ts';
import { type Countdown, countdown, minutesLeft } from './countdown.ts';

const shown = 5;
const holders = [
  'MAIN_FOCAL_POINT',
  'SUB_FOCAL_POINT',
  'SECRETARY_GENERAL',
  'MINISTER',
  'OPERATION_ROOM',
] as const;

export interface BreachRow {
  kase: Breach_CaseFragment;
  /** Working minutes left now; null when the case has no running deadline. */
  left: number | null;
}

/** The longest overdue case first, then those that turn late next, as they stand at `now`. */
export function breachRows(
  late: readonly Breach_CaseFragment[],
  next: readonly Breach_CaseFragment[],
  readAt: number,
  now: number,
  calendar: WorkingCalendar | null,
): BreachRow[] {
  const row = (kase: Breach_CaseFragment): BreachRow => {
    const remaining = kase.sla?.remainingWorkingMinutes ?? null;
    if (remaining === null || !calendar) return { kase, left: remaining };
    return { kase, left: minutesLeft({ remainingWorkingMinutes: remaining, readAt }, now, calendar) };
  };
  const first = late.slice(0, 1).map(row);
  // A case may turn late between the two readings.
  const others = next.filter((kase) => kase.id !== late[0]?.id).map(row);
  return [...first, ...others.slice(0, shown - first.length)];
}

interface BreachPaneProps {
  rows: readonly BreachRow[];
  calendar: WorkingCalendar | null;
}

/** What turns late next, with a countdown in working time. Nothing here is announced while it ticks. */
export function BreachPane({ rows, calendar }: BreachPaneProps) {
  const t = useTranslations('wall.breach');
  const feed = useTranslations('wall.feed');
  const words = { none: feed('unknownEntity'), away: feed('nameAway') };
  return (
    <section className="pane" aria-labelledby="h-breach">
      <div className="pane__head">
        <h2 id="h-breach">{t('title')}</h2>
        <span>{t('unit')}</span>
      </div>
      {rows.length === 0 ? (
        <p className="wall__none">{t('none')}</p>
      ) : (
        <ol className="breach">
          {rows.map(({ kase, left }) => (
            <li key={kase.id}>
              <Left
                left={
                  left === null || !calendar
                    ? null
                    : countdown(left, calendar, -(kase.sla?.remainingWorkingDays ?? 0))
                }
              />
              <span className="breach__what">
                <b>
                  <bdi {...written(kase.subject)}>{kase.subject}</bdi>
                </b>
                <span className="m">{knownName(kase.entity, kase.assigned, words)}</span>
              </span>
              <Holder kase={kase} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Holder({ kase }: { kase: Breach_CaseFragment }) {
  const t = useTranslations('wall.breach');
  const role = holders.find((one) => one === kase.holder?.role) ?? 'OTHER';
  const words = kase.held ? t('with', { who: t(`who.${role}`) }) : t('unassigned');
  return <span className="lvl">{words}</span>;
}

function Left({ left }: { left: Countdown | null }) {
  const t = useTranslations('wall.breach');
  if (!left) return <span className="left">–</span>;
  const icon = <Icon name={left.tone === 'overdue' ? 'overdue' : 'clock'} />;
  if (left.kind === 'clock') {
    const clock = `${String(left.hours).padStart(2, '0')}:${String(left.minutes).padStart(2, '0')}`;
    return (
      <span className={`left left--${left.tone}`}>
        {icon}
        <bdi dir="ltr" aria-hidden="true">
          {clock}
        </bdi>
        <span className="sr">{t('left', { hours: left.hours, minutes: left.minutes })}</span>
      </span>
    );
  }
  const words =
    left.kind === 'days'
      ? t('days', { days: left.days })
      : left.kind === 'late-days'
        ? t('lateDays', { days: left.days })
        : t('lateHours', { hours: left.hours });
  return (
    <span className={`left left--${left.tone}`}>
      {icon}
      <small>{words}</small>
    </span>
  );
}
