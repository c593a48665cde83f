import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../../i18n/locale.ts';
import { Course } from '../../../ui/course.tsx';
import { ammanDay, formatDate } from '../../../ui/format.ts';
import { SlaChip } from '../../../ui/sla-chip.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { nextWords } from '../told-posts.ts';
import { interimReply, isOpen, movedBy } from './case-words.ts';
import type { TrackedCase } from './tracked-case.ts';

interface Props {
  kase: TrackedCase;
  locale: Locale;
  children: ReactNode;
}

/** Where the case stands, by when the answer comes, and how the days go by. */
export async function CaseStatus({ kase, locale, children }: Props) {
  const t = await getTranslations('track');
  const { sla, state, answer } = kase;
  const open = isOpen(state);
  const overdue = sla?.status === 'OVERDUE';
  const interim = open ? interimReply(kase) : null;
  return (
    <section className="status" aria-labelledby="state">
      <div className="status__top">
        <h2 id="state" className="state">
          {t(`state.${state}`)}
        </h2>
        {sla && <SlaChip sla={sla} answeredAt={answer?.publishedAt ?? null} />}
      </div>
      {open && sla && <DueLine sla={sla} locale={locale} />}
      <p className="muted">{await stateText(kase, locale)}</p>
      {overdue && open && <p className="muted">{t('sorry')}</p>}
      {open && !overdue && sla?.dueAt && sla.remainingWorkingDays !== null && sla.status !== 'PAUSED' && (
        <p className="muted">{t('left', { days: Math.max(sla.remainingWorkingDays, 0) })}</p>
      )}
      {open &&
        sla?.dueAt &&
        sla.originalDueAt &&
        ammanDay(new Date(sla.dueAt)) !== ammanDay(new Date(sla.originalDueAt)) && (
          <p className="small muted">
            {t(`moved.${movedBy(sla.explanation)}`, { date: formatDate(locale, sla.originalDueAt, 'day') })}
          </p>
        )}
      {interim && (
        <>
          <h3 className="label space-4">{t('interim')}</h3>
          <p className="said" {...written(interim)}>
            {withReferences(interim)}
          </p>
        </>
      )}
      {open && <Told kase={kase} locale={locale} />}
      {overdue && open && kase.nextEscalation && <Next next={kase.nextEscalation} locale={locale} />}
      {sla?.dueAt && sla.days.length > 0 && state !== 'DUPLICATE' && (
        <Course days={sla.days} locale={locale} stopped={!open} legend={open} />
      )}
      {children}
    </section>
  );
}

/** Where it stands in a sentence, with names and dates where the state has them. */
async function stateText(kase: TrackedCase, locale: Locale): Promise<string> {
  const { state, transfer, appealedAt, rating, answer, type } = kase;
  const t = await getTranslations('track.stateText');
  if (state === 'TRANSFER_PENDING' && transfer) {
    const to = transfer.to?.name ?? '…';
    if (transfer.decidedByOperationRoom || !transfer.decideBy) return t('transferAtRoom', { to });
    return t('transferTo', { to, date: formatDate(locale, transfer.decideBy, 'moment') });
  }
  if (appealedAt) return t('appealed');
  if (state === 'RESOLVED') return (await getTranslations('track.answered'))(type);
  if (state === 'CLOSED' && answer) return t(rating ? 'closedRated' : 'closedByTime');
  return t(state);
}

/** Who was told of the delay, and when: the levels that were reached. */
async function Told({ kase, locale }: { kase: TrackedCase; locale: Locale }) {
  const t = await getTranslations('track');
  // The first level warns those who work on it; nothing is late yet.
  const told = kase.escalations.filter(({ level }) => level !== 'L0');
  if (told.length === 0) return null;
  return (
    <>
      <h3 className="label space-4">{t('told')}</h3>
      <ul className="told-posts">
        {told.map(({ level, at }) => (
          <li key={level}>
            <b>{t(`level.${level}`)}</b>{' '}
            <time dateTime={at} className="muted">
              {formatDate(locale, at, 'moment')}
            </time>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who is told next: where a post is vacant, whoever is told in its place. */
async function Next({ next, locale }: { next: NonNullable<TrackedCase['nextEscalation']>; locale: Locale }) {
  const t = await getTranslations('track');
  const date = formatDate(locale, next.at, 'moment');
  const words = nextWords(next, t);
  const list = (names: readonly string[]) => names.join(t('and'));
  switch (words.kind) {
    case 'usual':
      return <p className="space-3">{t(`next.${next.level}`, { date })}</p>;
    case 'vacant': {
      const facts = { date, who: list(words.who), vacant: list(words.vacant) };
      return <p className="space-3">{t('nextVacant', facts)}</p>;
    }
    case 'others':
      return <p className="space-3">{t('nextOthers', { date, who: list(words.who) })}</p>;
    case 'unknown':
      return <p className="space-3">{t('nextUnknown', { date })}</p>;
  }
}

async function DueLine({ sla, locale }: { sla: NonNullable<TrackedCase['sla']>; locale: Locale }) {
  const t = await getTranslations('track');
  const line = (words: ReactNode) => <p className="dueline">{words}</p>;
  const time = (at: string, style: 'day' | 'moment' | 'time') => (
    <time dateTime={at} key={at}>
      {formatDate(locale, at, style)}
    </time>
  );
  if (sla.status === 'PAUSED') return line(t('pausedLine'));
  const { dueAt, acknowledgeBy } = sla;
  if (!dueAt) {
    const key = sla.status === 'OVERDUE' ? 'ackLate' : 'ack';
    return line(t.rich(key, { date: () => time(acknowledgeBy, 'moment') }));
  }
  if (sla.status === 'OVERDUE') return line(t.rich('wasDue', { date: () => time(dueAt, 'day') }));
  const today = ammanDay(new Date(dueAt)) === ammanDay(new Date());
  return today
    ? line(t.rich('dueToday', { time: () => time(dueAt, 'time') }))
    : line(t.rich('due', { date: () => time(dueAt, 'day') }));
}
