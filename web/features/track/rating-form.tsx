import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { FieldError, TextField } from '../../ui/field.tsx';
import { formatDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { withReferences } from '../../ui/with-references.tsx';
import { written } from '../../ui/written.ts';
import { errorsOf } from '../forms/errors-of.ts';
import type { FormResult } from '../forms/form-result.ts';
import type { TrackedCase } from './case/tracked-case.ts';
import { rateCase } from './track.action.ts';

const scores = [1, 2, 3, 4, 5] as const;

interface Props {
  kase: TrackedCase;
  locale: Locale;
  result: FormResult | null;
}

/** One tap for how it was, one for whether it helped; a comment if one likes. */
export async function RatingForm({ kase, locale, result }: Props) {
  const t = await getTranslations('track.rate');
  const common = await getTranslations('common');
  const errors = errorsOf(result);
  const prefix = common('errors.prefix');
  const solved = await getTranslations(`case.solved.${kase.type}`);
  const answers = [
    { value: 'YES', icon: 'check' },
    { value: 'PARTLY', icon: null },
    { value: 'NO', icon: 'close' },
  ] as const;
  return (
    <form className="status gap-5" action={rateCase} id="rate" data-keep>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="rated" value={kase.reference} />
      <input type="hidden" name="type" value={kase.type} />
      <input type="hidden" name="expectedVersion" value={kase.version} />
      {errors.rate && <FieldError id="rate-error" prefix={prefix} message={errors.rate} />}
      <fieldset id="solved" tabIndex={-1} aria-describedby={errors.solved ? 'solved-error' : undefined}>
        <legend className="h2">{t(`title.${kase.type}`)}</legend>
        {kase.rateableUntil && (
          <p className="hint">{t('until', { date: formatDate(locale, kase.rateableUntil, 'moment') })}</p>
        )}
        {errors.solved && <FieldError id="solved-error" prefix={prefix} message={errors.solved} />}
        <div className="pick">
          {answers.map(({ value, icon }) => (
            <label key={value}>
              <input
                type="radio"
                name="solved"
                value={value}
                defaultChecked={result?.values.solved === value}
              />
              {icon && <Icon name={icon} />}
              {solved(value)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset
        id="score"
        tabIndex={-1}
        className="space-5"
        aria-describedby={errors.score ? 'score-error' : undefined}
      >
        <legend className="label">{t('score')}</legend>
        {errors.score && <FieldError id="score-error" prefix={prefix} message={errors.score} />}
        <div className="rate">
          {scores.map((score) => (
            <label key={score} data-n={score}>
              <input
                type="radio"
                name="score"
                value={score}
                aria-label={`${score}: ${t(`s${score}`)}`}
                defaultChecked={result?.values.score === String(score)}
              />
              {t(`s${score}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <p className="inset space-5 when-low">{t('low')}</p>
      <div className="space-5">
        <TextField
          id="comment"
          name="comment"
          label={t(`comment.${kase.type}`)}
          optional={common('optional')}
          error={errors.comment}
          errorPrefix={prefix}
          defaultValue={result?.values.comment ?? ''}
          rows={3}
        />
      </div>
      <div className="actions space-4">
        <button type="submit" className="btn btn--primary">
          {t('send')}
        </button>
      </div>
    </form>
  );
}

interface RatingDoneProps {
  type: TrackedCase['type'];
  rating: NonNullable<TrackedCase['rating']>;
}

/** What was rated, once it was. */
export async function RatingDone({ type, rating }: RatingDoneProps) {
  const t = await getTranslations('track.rate');
  const words = await getTranslations(`case.solved.${type}`);
  return (
    <section className="status gap-5" id="rated" aria-labelledby="rated-title">
      <h2 className="h2" id="rated-title">
        {t('done')}
      </h2>
      <p className="muted">{t('doneText', { score: rating.score, solved: words(rating.solved) })}</p>
      {rating.comment && (
        <p className="said" {...written(rating.comment)}>
          {withReferences(rating.comment)}
        </p>
      )}
    </section>
  );
}
