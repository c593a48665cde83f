import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../../i18n/locale.ts';
import type { Step } from '../draft/draft.ts';
import type { Preset } from '../step-path.ts';
import { deleteDraft, saveStep } from '../submit.action.ts';

interface Props {
  locale: Locale;
  step: Step;
  /** Of the draft. */
  id: string;
  preset: Preset;
  changing: boolean;
  hasDraft: boolean;
  /** What the button says when it does not just go on. */
  button?: string;
  children: ReactNode;
}

/** One question as a plain form, with the button that goes on. */
export async function StepForm({ locale, step, id, preset, changing, hasDraft, button, children }: Props) {
  const t = await getTranslations();
  return (
    <>
      <form action={saveStep} data-draft-step={step} noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="draft" value={id} />
        {preset.type && <input type="hidden" name="presetType" value={preset.type} />}
        {preset.entity && <input type="hidden" name="presetEntity" value={preset.entity} />}
        {changing && <input type="hidden" name="back" value="check" />}
        {children}
        <div className="actions">
          <button type="submit" className="btn btn--primary btn--lg">
            {button ?? t('common.continue')}
          </button>
        </div>
      </form>
      <p className="hint space-5">{t('submit.kept')}</p>
      {hasDraft && (
        <form action={deleteDraft} noValidate>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="draft" value={id} />
          <button type="submit" className="btn btn--quiet btn--bare">
            {t('submit.deleteDraft')}
          </button>
        </form>
      )}
    </>
  );
}
