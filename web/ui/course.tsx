import { useTranslations } from 'next-intl';
import type { Locale } from '../i18n/locale.ts';
import { type CourseDay, fractionOfDay, layPieces, shorten } from './course-of-days.ts';
import { dayOfMonth, formatDate, formatWeekdayNarrow } from './format.ts';
import { percentClass } from './percent-class.ts';

const maxDaysShown = 15;
const manyStones = 6;

const stoneClasses = {
  DONE: 'stone--done',
  TODAY: '',
  AHEAD: 'stone--ahead',
  PAUSED: 'stone--paused',
  LATE: 'stone--late',
  WEEKEND: '',
  HOLIDAY: '',
} as const satisfies Record<CourseDay['kind'], string>;

interface Props {
  days: readonly CourseDay[];
  locale: Locale;
  /** The clock has stopped: no day is "now". */
  stopped?: boolean;
  /** A legend below, as on pages for citizens. */
  legend?: boolean;
}

/** The deadline of a case as an SLA timeline: one block, one working day. */
export function Course({ days, locale, stopped = false, legend = false }: Props) {
  const t = useTranslations('case.course');
  const { pieces } = shorten(layPieces(days), maxDaysShown);
  const stones = pieces.flatMap((piece) => ('stone' in piece ? [piece.stone] : []));
  const late = stones.some((stone) => stone.kind === 'LATE');
  const tone = `${late ? ' mark-overdue' : ''}${stones.length > manyStones ? ' long' : ''}`;
  return (
    <>
      <ol className={`course${tone}`} aria-label={late ? t('lateLabel') : t('label')}>
        {pieces.map((piece) =>
          'stone' in piece ? (
            <DayMark key={piece.stone.date} day={piece.stone} locale={locale} stopped={stopped} />
          ) : (
            <li key={piece.joint.date} className="joint">
              <span className="sr">{t('gap', { names: namesOf(piece.joint, t) })}</span>
            </li>
          ),
        )}
      </ol>
      {legend && <Legend stones={stones} late={late} />}
    </>
  );
}

function DayMark({ day, locale, stopped }: { day: CourseDay; locale: Locale; stopped: boolean }) {
  const t = useTranslations('case.course');
  const now = day.today && !stopped;
  const words = [
    day.kind !== 'TODAY' && t(day.kind),
    day.today && t('isToday'),
    day.due && t('dueDay'),
    day.name,
  ].filter((word) => typeof word === 'string');
  const classes = [
    'stone',
    stoneClasses[day.kind],
    now && 'stone--today',
    now && percentClass('v', fractionOfDay(day)),
    day.due && 'stone--due',
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      {/* What is drawn is short; what is read aloud is one whole sentence, so that no number stands alone. */}
      <span aria-hidden="true" className="stone__drawn">
        {now && <span className="stone__pin">{t('now')}</span>}
        {day.due && !now && <span className="stone__pin stone__pin--due">{t('due')}</span>}
        <b className="wd">{formatDate(locale, day.date, 'weekday')}</b>
        <b className="wd-s">{formatWeekdayNarrow(locale, day.date)}</b>
        <span>{dayOfMonth(day.date)}</span>
      </span>
      <span className="sr">
        {t('stone', {
          day: formatDate(locale, day.date, 'day'),
          words: words.join(locale === 'ar' ? '، ' : ', '),
        })}
      </span>
    </li>
  );
}

function Legend({ stones, late }: { stones: readonly CourseDay[]; late: boolean }) {
  const t = useTranslations('case.course');
  const has = (kind: CourseDay['kind']) => stones.some((stone) => stone.kind === kind);
  const key = (kind: string, words: string) => (
    <li key={kind}>
      <span className={`stone stone--${kind}`} aria-hidden="true" />
      {words}
    </li>
  );
  return (
    <ul className={late ? 'course-key mark-overdue' : 'course-key'}>
      {(has('DONE') || late) && key('done', late ? t('keyWithin') : t('keyDone'))}
      {has('PAUSED') && key('paused', t('keyPaused'))}
      {has('AHEAD') && key('ahead', t('keyAhead'))}
      {late && key('late', t('keyLate'))}
    </ul>
  );
}

/** The same course in a row of a list: no words but one sentence for screen readers. */
export function MiniCourse({ days, soon = false }: { days: readonly CourseDay[]; soon?: boolean }) {
  const t = useTranslations('case.course');
  const { pieces } = shorten(layPieces(days), maxDaysShown);
  const stones = pieces.flatMap((piece) => ('stone' in piece ? [piece.stone] : []));
  const within = stones.filter((stone) => stone.kind !== 'LATE');
  const gone = within.filter((stone) => stone.kind === 'DONE' || stone.fraction === 1).length;
  const late = stones.length > within.length;
  return (
    <span className={`mini${late ? ' mark-overdue' : soon ? ' mark-soon' : ''}`}>
      <span className="sr">{t('mini', { done: gone, total: within.length })}</span>
      {pieces.map((piece) =>
        'stone' in piece ? (
          <i key={piece.stone.date} className={miniClass(piece.stone)} />
        ) : (
          <i key={piece.joint.date} className="g" />
        ),
      )}
    </span>
  );
}

function miniClass(day: CourseDay): string | undefined {
  if (day.kind === 'DONE') return 'd';
  if (day.kind === 'PAUSED') return 'p';
  return day.kind === 'LATE' ? 'l' : undefined;
}

function namesOf(
  joint: { holidays: string[]; weekend: boolean },
  t: (key: 'weekend' | 'holiday') => string,
): string {
  const names = joint.weekend ? [t('weekend'), ...joint.holidays] : joint.holidays;
  return names.length > 0 ? names.join(' + ') : t('holiday');
}
