import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { FieldError } from '../../ui/field.tsx';
import { errorsOf } from '../forms/errors-of.ts';
import type { FormResult } from '../forms/form-result.ts';
import { rateByLink } from './rate.action.ts';

const scores = [1, 2, 3, 4, 5] as const;

interface Props {
  locale: Locale;
  token: string;
  /** Chosen in the mail. */
  score: number | null;
  result: FormResult | null;
}

/** The five scores, the one of the mail marked, and one button that a person presses: programs open the links of mails. */
export async function LinkForm({ locale, token, score, result }: Props) {
  const t = await getTranslations('track.rate');
  const common = await getTranslations('common');
  const error = errorsOf(result).score;
  const chosen = result?.values.score ?? (score === null ? undefined : String(score));
  return (
    <form className="status space-5" action={rateByLink}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <fieldset id="score" tabIndex={-1} aria-describedby={error ? 'score-error' : undefined}>
        <legend className="h2">{t('score')}</legend>
        {error && <FieldError id="score-error" prefix={common('errors.prefix')} message={error} />}
        <div className="rate">
          {scores.map((one) => (
            <label key={one} data-n={one}>
              <input
                type="radio"
                name="score"
                value={one}
                aria-label={`${one}: ${t(`s${one}`)}`}
                defaultChecked={chosen === String(one)}
              />
              {t(`s${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <p className="hint space-3">{t('link.help')}</p>
      <div className="actions space-4">
        <button type="submit" className="btn btn--primary btn--lg">
          {t('link.send')}
        </button>
      </div>
    </form>
  );
}
