import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { MiniCourse } from '../../../ui/course.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ImportanceBars } from '../../../ui/importance-bars.tsx';
import { knownName } from '../../../ui/known-name.ts';
import { typeIcons } from '../../../ui/vocabulary.ts';
import { written } from '../../../ui/written.ts';
import { ClockChip, HolderMark } from '../../staff/case-marks.tsx';
import { useLanguage } from '../../staff/language.ts';
import { slaWords } from '../../staff/sla-words.ts';
import { dayWords } from '../../staff/when.ts';
import type { RowMark } from './live-list.ts';
import { RowChips } from './row-chips.tsx';
import { type InboxRow, preview } from './row-view.ts';

/** Calendar days a row can draw. */
const roomForDays = 9;

interface MailRowProps {
  row: InboxRow;
  now: number;
  mark: RowMark | undefined;
  /** Name the entity, for people who look at more than one. */
  showEntity: boolean;
  /** Codes of the entities that the viewer works for. */
  own: readonly string[];
  picked: boolean;
  busy: boolean;
  /** Picks the row; `range`: everything from the one picked last. Null where nothing can be picked. */
  onPick: ((id: string, range: boolean) => void) | null;
}

/** One case in the inbox. Two lines, one link; what changed is marked in words. */
export function MailRow({ row, now, mark, showEntity, own, picked, busy, onPick }: MailRowProps) {
  const t = useTranslations('inbox.row');
  const words = useTranslations('case');
  const language = useLanguage();
  const clock = slaWords(row.sla, now);
  const when = clock.moment ? dayWords(language, clock.moment, now) : null;
  const toClassify = clock.key === 'classifyBy' || clock.key === 'classifyLate';
  const away = useTranslations('staff.row')('nameAway');
  const place = showEntity
    ? knownName(row.entity, row.assigned, { none: t('unknownEntity'), away })
    : row.governorate?.name;
  const pillar = row.pillar && words(`pillar.${row.pillar}`);
  // What is too long is cut at its end: for who looks at many entities, which one it is comes first.
  const about = (showEntity ? [place, pillar] : [pillar, place]).filter(Boolean).join(' · ');
  const classes = ['mail', mark && `is-${mark}`, picked && 'is-picked', busy && 'is-busy'].filter(Boolean);
  return (
    <li className={classes.join(' ')}>
      {onPick ? (
        <label className="mail__pick">
          <input
            type="checkbox"
            aria-label={t('pick', { subject: row.subject })}
            checked={picked}
            onChange={(event) => onPick(row.id, (event.nativeEvent as MouseEvent).shiftKey === true)}
          />
        </label>
      ) : (
        <span className="mail__type" title={words(`type.${row.type}`)}>
          <Icon name={typeIcons[row.type]} />
        </span>
      )}
      <div className="mail__due">
        <ClockChip words={clock} />
        <span className="mail__when">
          {row.sla && row.sla.days.length > 0 && (
            <MiniCourse days={nearest(row.sla.days)} soon={clock.tone === 'soon'} />
          )}
          {when && <span>{toClassify ? t('classifyBy', { when }) : t('due', { when })}</span>}
        </span>
      </div>
      <Link
        className="mail__text"
        href={`/${language}/staff/cases/${row.reference}`}
        prefetch={false}
        data-reference={row.reference}
        data-case={row.id}
      >
        <b {...written(row.subject)}>{row.subject}</b>
        <span>
          {mark && <em className="mail__mark">{t(mark, { state: words(`state.${row.state}`) })}</em>}
          <RowChips row={row} now={now} own={own} />
          {about && <span className="mail__about">{about}</span>}
          <bdi>{preview(row.text)}</bdi>
        </span>
      </Link>
      <span className="mail__imp">{row.importance && <ImportanceBars importance={row.importance} />}</span>
      <div className="mail__meta">
        <span>
          {words(`type.${row.type}`)} · {words(`state.${row.state}`)}
        </span>
        <bdi className="ref" dir="ltr">
          {row.reference}
        </bdi>
      </div>
      <HolderMark holder={row.holder} held={row.held !== null} />
    </li>
  );
}

/** As many days as a row has room for: those around today, or the last ones when today is not among them. */
function nearest<D extends { today: boolean }>(days: readonly D[]): readonly D[] {
  if (days.length <= roomForDays) return days;
  const today = days.findIndex((day) => day.today);
  const from =
    today < 0 ? days.length - roomForDays : Math.min(Math.max(0, today - 3), days.length - roomForDays);
  return days.slice(from, from + roomForDays);
}
