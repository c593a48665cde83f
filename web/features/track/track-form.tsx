import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { TextField } from '../../ui/field.tsx';
import { errorsOf } from '../forms/errors-of.ts';
import type { FormResult } from '../forms/form-result.ts';
import { openCase } from './track.action.ts';

interface Props {
  locale: Locale;
  result: FormResult | null;
  reference: string;
}

/** Reference and secret. Both are typed left to right, in whatever spacing. */
export async function TrackForm({ locale, result, reference }: Props) {
  const t = await getTranslations();
  const errors = errorsOf(result);
  const sample = (text: string) => (
    <bdi className="ref" dir="ltr" key={text}>
      {text}
    </bdi>
  );
  return (
    <form action={openCase}>
      <input type="hidden" name="locale" value={locale} />
      <TextField
        id="reference"
        name="reference"
        label={t('track.reference')}
        hint={t.rich('track.referenceHint', { ref: () => sample('BK-2026-7Q4M-K2XD-9') })}
        error={errors.reference}
        errorPrefix={t('common.errors.prefix')}
        defaultValue={result?.values.reference ?? reference}
        autoComplete="off"
        autoCapitalize="characters"
        ltr
      />
      <TextField
        id="secret"
        name="secret"
        label={t('track.secret')}
        hint={t.rich('track.secretHint', { code: () => sample('7Q4M-K2XD-9F3B-WE5T-0A2C') })}
        error={errors.secret}
        errorPrefix={t('common.errors.prefix')}
        defaultValue={result?.values.secret ?? ''}
        autoComplete="off"
        autoCapitalize="characters"
        ltr
      />
      <div className="actions">
        <button type="submit" className="btn btn--primary btn--lg">
          {t('track.submit')}
        </button>
      </div>
    </form>
  );
}
