import { parseDay, weekday } from '@bekhedmetkom/time/amman';
import { useTranslations } from 'next-intl';
import type { AdministeredCalendarQuery } from '../../../graphql/generated/graphql.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { dayOfMonth, formatDate, formatWeekdayNarrow } from '../../../ui/format.ts';

type Day = AdministeredCalendarQuery['calendar']['days'][number];

interface YearViewProps {
  days: readonly Day[];
  today: string;
  language: Locale;
}

/** A year by months: what is worked, with other hours, or not at all. Weeks begin with Sunday. */
export function YearView({ days, today, language }: YearViewProps) {
  const t = useTranslations('calendars');
  const months = Map.groupBy(days, (day) => day.date.slice(0, 7));
  return (
    <>
      <ul className="year__legend">
        {(['WORKING', 'SHORT', 'HOLIDAY', 'WEEKEND'] as const).map((kind) => (
          <li key={kind}>
            <span className={`year__day year__day--${kind.toLowerCase()}`} aria-hidden="true">
              {kind === 'WEEKEND' ? '' : '1'}
            </span>
            {t(`kind.${kind}`)}
          </li>
        ))}
      </ul>
      <div className="year">
        {[...months].map(([month, list]) => (
          <Month key={month} month={month} days={list} today={today} language={language} />
        ))}
      </div>
    </>
  );
}

/** 4 January 2026 was a Sunday. */
const aWeek = Array.from({ length: 7 }, (_, i) => `2026-01-${String(4 + i).padStart(2, '0')}`);

function Month({ month, days, today, language }: YearViewProps & { month: string }) {
  const t = useTranslations('calendars');
  const first = weekday(parseDay(`${month}-01`)) % 7;
  const cells = [...Array.from({ length: first }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7));
  const worked = days.filter((day) => day.kind === 'WORKING' || day.kind === 'SHORT').length;
  return (
    <table className="year__month">
      <caption>
        <b>{formatDate(language, `${month}-01`, 'month')}</b>
        <span>{t('worked', { days: worked })}</span>
      </caption>
      <thead>
        <tr>
          {aWeek.map((day) => (
            <th key={day} scope="col" abbr={formatDate(language, day, 'weekday')}>
              {formatWeekdayNarrow(language, day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={week.find((day) => day)?.date ?? `${month}-${i}`}>
            {week.map((day, j) =>
              day ? (
                <td key={day.date}>
                  <span
                    className={`year__day year__day--${day.kind.toLowerCase()}`}
                    aria-current={day.date === today ? 'date' : undefined}
                    title={titleOf(day)}
                  >
                    {dayOfMonth(day.date)}
                    {day.name && <span className="sr"> {titleOf(day)}</span>}
                  </span>
                </td>
              ) : (
                <td key={`before-${aWeek[j]}`} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function titleOf({ kind, name, hoursOpen, hoursClose }: Day): string | undefined {
  if (kind === 'SHORT') return `${name} \u2066${hoursOpen}–${hoursClose}\u2069`;
  return name ?? undefined;
}
