import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import type { CriterionDraft } from './criteria.ts';

interface CriterionRowProps {
  place: number;
  last: boolean;
  only: boolean;
  criterion: CriterionDraft;
  /** Of the whole, in percent; null while a figure is missing. */
  share: number | null;
  errorOf(id: string): string | undefined;
  onChange(next: CriterionDraft): void;
  onMove(to: number): void;
  onRemove(): void;
}

/** One criterion: its names, its figures, its place. */
export function CriterionRow(props: CriterionRowProps) {
  const { place, last, only, criterion, share, errorOf, onChange, onMove, onRemove } = props;
  const t = useTranslations('rubric');
  const box = (name: 'ar' | 'en' | 'weight' | 'max') => {
    const id = `rubric-${place}-${name}`;
    return {
      id,
      value: criterion[name],
      onChange: (event: { target: { value: string } }) =>
        onChange({ ...criterion, [name]: event.target.value }),
      'aria-invalid': errorOf(id) ? true : undefined,
      autoComplete: 'off',
    };
  };
  const errors = ['ar', 'en', 'weight', 'max'].flatMap((name) => errorOf(`rubric-${place}-${name}`) ?? []);
  const called = criterion.ar || criterion.en || String(place + 1);
  return (
    <li className="criteria__row">
      <div className="criteria__names">
        <label className="label small" htmlFor={`rubric-${place}-ar`}>
          {t('nameAr')}
        </label>
        <input className="input" lang="ar" dir="rtl" maxLength={120} {...box('ar')} />
        <label className="label small" htmlFor={`rubric-${place}-en`}>
          {t('nameEn')}
        </label>
        <input className="input" lang="en" dir="ltr" maxLength={120} {...box('en')} />
      </div>
      <div className="criteria__figures">
        <span>
          <label className="label small" htmlFor={`rubric-${place}-weight`}>
            {t('weight')}
          </label>
          <input className="input criteria__figure" inputMode="numeric" dir="ltr" {...box('weight')} />
        </span>
        <span>
          <label className="label small" htmlFor={`rubric-${place}-max`}>
            {t('max')}
          </label>
          <input className="input criteria__figure" inputMode="numeric" dir="ltr" {...box('max')} />
        </span>
        <span className="criteria__share">
          <span className="label small">{t('share')}</span>
          <b>{share === null ? '–' : t('shareOf', { share })}</b>
        </span>
      </div>
      <div className="criteria__place">
        <button
          className="btn btn--quiet btn--sm"
          type="button"
          data-move="up"
          disabled={place === 0}
          aria-label={t('up', { name: called })}
          onClick={() => onMove(place - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          className="btn btn--quiet btn--sm"
          type="button"
          data-move="down"
          disabled={last}
          aria-label={t('down', { name: called })}
          onClick={() => onMove(place + 1)}
        >
          <Icon name="down" />
        </button>
        <button
          className="btn btn--quiet btn--sm"
          type="button"
          disabled={only}
          aria-label={t('remove', { name: called })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      {errors.map((message) => (
        <p className="field-error" key={message}>
          <Icon name="overdue" /> <span>{message}</span>
        </p>
      ))}
    </li>
  );
}
