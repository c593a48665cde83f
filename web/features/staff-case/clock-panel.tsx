import { useTranslations } from 'next-intl';
import type { ClockPanel_CaseFragment } from '../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import { Course } from '../../ui/course.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { dayWords, momentWords } from '../staff/when.ts';
import { type LedgerLine, ledgerOf } from './ledger.ts';

const ClockPanel_Case = graphql(`
  fragment ClockPanel_Case on Case {
    escalations { level at requestedByApplicant posts { id name holder { name } } }
    nextEscalation { level at posts { id name holder { name } } vacant { id name } }
    sla {
      status
      acknowledgeBy
      acknowledgedAt
      dueAt
      originalDueAt
      explanation { from to workingMinutes reason name }
      days { date kind fraction due today name }
    }
  }
`);

type Clock = NonNullable<ClockPanel_CaseFragment['sla']>;

interface ClockPanelProps {
  kase: FragmentType<typeof ClockPanel_Case>;
  now: number;
}

/** Why the case is due when it is: the SLA timeline, then its explanation in words. */
export function ClockPanel({ kase, now }: ClockPanelProps) {
  const t = useTranslations('staff.why');
  const language = useLanguage();
  const { sla, escalations, nextEscalation } = readFragment(ClockPanel_Case, kase);
  if (!sla) return null;
  if (!sla.dueAt) {
    return (
      <>
        <Unclassified sla={sla} now={now} />
        <Ladder escalations={escalations} next={nextEscalation} now={now} />
      </>
    );
  }
  return (
    <>
      <section>
        <h2>{t('title', { when: dayWords(language, sla.dueAt, now) })}</h2>
        {sla.days.length > 0 && (
          <Course days={sla.days} locale={language} stopped={sla.status === 'STOPPED'} />
        )}
        <dl className="ledger">
          {ledgerOf(sla.explanation).map((line) => (
            <Line
              key={`${line.kind} ${'from' in line ? line.from : 'at' in line ? line.at : ''}`}
              line={line}
              now={now}
            />
          ))}
          {sla.acknowledgedAt && (
            <div>
              <dt>{t('acknowledged')}</dt>
              <dd>{momentWords(language, sla.acknowledgedAt, now)}</dd>
            </div>
          )}
          {sla.originalDueAt && sla.originalDueAt !== sla.dueAt && (
            <div>
              <dt>{t('original')}</dt>
              <dd>{momentWords(language, sla.originalDueAt, now)}</dd>
            </div>
          )}
          <div className="total">
            <dt>{t('current')}</dt>
            <dd>{momentWords(language, sla.dueAt, now)}</dd>
          </div>
        </dl>
      </section>
      <Ladder escalations={escalations} next={nextEscalation} now={now} />
    </>
  );
}

interface LadderProps {
  escalations: ClockPanel_CaseFragment['escalations'];
  next: ClockPanel_CaseFragment['nextEscalation'];
  now: number;
}

/** How far the case was escalated, who was told and when, and who is told next. Nothing when there is neither. */
function Ladder({ escalations, next, now }: LadderProps) {
  const t = useTranslations('desk.ladder');
  const language = useLanguage();
  if (escalations.length === 0 && !next) return null;
  return (
    <section>
      <h2>{t('title')}</h2>
      <ol className="ladder">
        {escalations.map(({ level, at, requestedByApplicant: asked, posts }) => (
          <li key={level}>
            <Icon name={level === 'L0' ? 'bell' : 'up'} />
            <b>{t(`level.${level}`)}</b>
            <time dateTime={at}>{momentWords(language, at, now)}</time>
            <small className="ladder__told">
              {[
                asked ? t('asked') : null,
                posts && posts.length > 0 ? t('told', { names: holders(posts, language) }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
        {next && (
          <li>
            <Icon name="clock" />
            <b>{t('next', { level: t(`level.${next.level}`), when: momentWords(language, next.at, now) })}</b>
            <small className="ladder__told">
              {[
                ...(next.vacant ?? []).map((post) => t('vacant', { names: post?.name ?? '…' })),
                ...(next.posts ? [t('willTell', { names: holders(next.posts, language) })] : []),
              ].join(' · ')}
            </small>
          </li>
        )}
      </ol>
    </section>
  );
}

type ToldPosts = readonly ({ name: string; holder: { name: string } | null } | null)[];

/** Who holds the posts; the name of a post that nobody holds. */
function holders(posts: ToldPosts, language: 'ar' | 'en'): string {
  return listed(
    posts.map((post) => post?.holder?.name ?? post?.name ?? '…'),
    language,
  );
}

function listed(names: readonly string[], language: 'ar' | 'en'): string {
  return [...new Set(names)].join(language === 'ar' ? '، ' : ', ');
}

function Unclassified({ sla, now }: { sla: Clock; now: number }) {
  const t = useTranslations('staff.why');
  const language = useLanguage();
  return (
    <section>
      <h2>{t('titleOpen')}</h2>
      <dl className="ledger">
        <div className="total">
          <dt>{t('classifyBy')}</dt>
          <dd>{momentWords(language, sla.acknowledgeBy, now)}</dd>
        </div>
      </dl>
      <p className="xs">{t('afterClassify')}</p>
    </section>
  );
}

function Line({ line, now }: { line: LedgerLine; now: number }) {
  const t = useTranslations('staff.why');
  const language = useLanguage();
  const day = (at: string) => dayWords(language, at, now);
  switch (line.kind) {
    case 'start':
      return (
        <Entry name={t('start')} note={t('counted', { when: momentWords(language, line.counted, now) })}>
          {momentWords(language, line.submitted, now)}
        </Entry>
      );
    case 'work':
      return (
        <Entry name={t('workLabel')} note={t('workHours', { hours: Math.round(line.minutes / 60) })}>
          {t('work', { days: line.days })}
        </Entry>
      );
    case 'short':
      return (
        <Entry name={t('short', { name: line.name })} note={day(line.at)}>
          {t('workHours', { hours: Math.round(line.minutes / 60) })}
        </Entry>
      );
    case 'off': {
      const note = line.days > 1 ? t('range', { from: day(line.from), to: day(line.to) }) : day(line.from);
      return (
        <Entry name={line.name} note={note}>
          {t('notCounted')}
        </Entry>
      );
    }
    case 'pause':
    case 'credit': {
      const from = momentWords(language, line.from, now);
      const to = line.to === null ? t('untilNow') : momentWords(language, line.to, now);
      return (
        <Entry name={t(line.kind)} note={t('range', { from, to })}>
          {t(line.kind === 'pause' ? 'paused' : 'credited')}
        </Entry>
      );
    }
    case 'promise':
      return (
        <Entry name={t('promise')} note={day(line.at)}>
          {t('promised')}
        </Entry>
      );
    case 'due':
      return null;
  }
}

function Entry({ name, note, children }: { name: string; note: string; children: string }) {
  return (
    <div>
      <dt>
        {name}
        <small>{note}</small>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
