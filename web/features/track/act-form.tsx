import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import { FieldError, TextField } from '../../ui/field.tsx';
import { errorsOf } from '../forms/errors-of.ts';
import type { FormResult } from '../forms/form-result.ts';
import type { TrackedCase } from './case/tracked-case.ts';
import type { WrittenAct } from './read-tracking.ts';

interface Props {
  act: WrittenAct | 'escalate';
  /** The box for words; absent when the button says it all. */
  box?: { id: string; rows: number; optional?: boolean };
  action: (form: FormData) => Promise<void>;
  kase: TrackedCase;
  locale: Locale;
  result: FormResult | null;
  /** The button takes something back for good. */
  grave?: boolean;
  children?: ReactNode;
}

/** One thing that the applicant can do, as a plain form: who, of which version, in which words. */
export async function ActForm({ act, box, action, kase, locale, result, grave = false, children }: Props) {
  const t = await getTranslations('track.act');
  const common = await getTranslations('common');
  const errors = errorsOf(result);
  const prefix = common('errors.prefix');
  return (
    <form action={action} id={`${act}-form`} data-keep>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={kase.reference} />
      <input type="hidden" name="expectedVersion" value={kase.version} />
      {errors[act] && <FieldError id={`${act}-error`} prefix={prefix} message={errors[act]} />}
      {box && act !== 'escalate' && (
        <TextField
          id={box.id}
          name={box.id}
          label={act === 'reopen' ? t(`reopen.label.${kase.type}`) : t(`${act}.label`)}
          {...(box.optional && { optional: common('optional') })}
          error={errors[box.id]}
          errorPrefix={prefix}
          defaultValue={result?.values[box.id] ?? ''}
          rows={box.rows}
        />
      )}
      {children}
      <div className="actions space-4">
        <button type="submit" className={grave ? 'btn btn--danger' : 'btn btn--primary'}>
          {t(`${act}.send`)}
        </button>
      </div>
    </form>
  );
}
