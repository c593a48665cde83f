import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';
import type { PeriodDraft, PeriodList } from './calendar-draft.ts';

interface PeriodRowProps {
  list: PeriodList;
  place: number;
  period: PeriodDraft;
  errorOf(id: string): string | undefined;
  onChange(next: PeriodDraft): void;
  onRemove(): void;
}

/** One holiday, or one span of other hours: days, names, hours. */
export function PeriodRow({ list, place, period, errorOf, onChange, onRemove }: PeriodRowProps) {
  const t = useTranslations('calendars');
  const id = (name: string) => `${list}-${place}-${name}`;
  const box = (name: 'from' | 'to' | 'nameAr' | 'nameEn' | 'hoursOpen' | 'hoursClose') => ({
    id: id(name),
    value: period[name],
    'aria-invalid': errorOf(id(name)) ? true : undefined,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onChange({ ...period, [name]: event.target.value }),
  });
  const names = ['from', 'to', 'nameAr', 'nameEn', 'hoursOpen', 'hoursClose'] as const;
  const errors = names.flatMap((name) => errorOf(id(name)) ?? []);
  const hours = list === 'specialHours';
  return (
    <li className="period">
      <span>
        <label className="label small" htmlFor={id('from')}>
          {t('firstDay')}
        </label>
        <input className="input" type="date" dir="ltr" {...box('from')} />
      </span>
      <span>
        <label className="label small" htmlFor={id('to')}>
          {t('lastDay')}
        </label>
        <input className="input" type="date" dir="ltr" min={period.from || undefined} {...box('to')} />
      </span>
      <span className="period__name">
        <label className="label small" htmlFor={id('nameAr')}>
          {t('nameAr')}
        </label>
        <input className="input" lang="ar" dir="rtl" maxLength={100} {...box('nameAr')} />
      </span>
      <span className="period__name">
        <label className="label small" htmlFor={id('nameEn')}>
          {t('nameEn')}
        </label>
        <input className="input" lang="en" dir="ltr" maxLength={100} {...box('nameEn')} />
      </span>
      {hours ? (
        (['hoursOpen', 'hoursClose'] as const).map((name) => (
          <span key={name}>
            <label className="label small" htmlFor={id(name)}>
              {t(name)}
            </label>
            <input
              className="input period__time"
              dir="ltr"
              maxLength={5}
              placeholder="09:00"
              {...box(name)}
            />
          </span>
        ))
      ) : (
        <label className="tick">
          <input
            type="checkbox"
            checked={period.estimated}
            onChange={(event) => onChange({ ...period, estimated: event.target.checked })}
          />
          {t('estimated')}
        </label>
      )}
      <button
        className="btn btn--quiet btn--sm"
        type="button"
        aria-label={t('remove', { name: period.nameAr || period.nameEn || String(place + 1) })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
      {errors.map((message) => (
        <p className="field-error" key={message}>
          <Icon name="overdue" />
          <span>{message}</span>
        </p>
      ))}
    </li>
  );
}
