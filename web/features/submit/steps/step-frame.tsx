import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../../i18n/locale.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { FormResult } from '../../forms/form-result.ts';
import { countedSteps, type Draft, previousStep, type Step } from '../draft/draft.ts';
import { type Preset, stepPath } from '../step-path.ts';

interface Props {
  locale: Locale;
  step: Step;
  id: string;
  draft: Draft;
  /** What its link has answered, while there is no draft yet. */
  preset: Preset;
  /** Came here to change one answer: everything leads back to checking. */
  changing: boolean;
  result: FormResult | null;
  wide?: boolean;
  children: ReactNode;
}

/** What surrounds each question: the way back, how far along, and what was wrong. */
export async function StepFrame({
  locale,
  step,
  id,
  draft,
  preset,
  changing,
  result,
  wide = false,
  children,
}: Props) {
  const t = await getTranslations();
  const before = changing ? 'check' : stepBefore(draft, step);
  const steps = countedSteps(draft);
  const number = steps.indexOf(step === 'similar' ? 'where' : step) + 1;
  return (
    <main id="main" className="wrap page">
      <div className={wide ? 'wide' : 'narrow'}>
        <a className="back" href={before ? stepPath(locale, before, id, { ...preset }) : `/${locale}`}>
          <Icon name="back" />
          {t('common.back')}
        </a>
        <p className="steps">
          {steps.map((one, index) => (
            <i key={one} className={index + 1 === number ? 'h' : index + 1 < number ? 'd' : undefined} />
          ))}
          <span>{t('submit.step', { step: number, steps: steps.length })}</span>
        </p>
        <ErrorSummary heading={t('common.errors.heading')} problems={result?.problems ?? []} />
        {children}
      </div>
    </main>
  );
}

/** Nothing similar was found: then that question is not gone back to either. */
function stepBefore(draft: Draft, step: Step): Step | null {
  const before = previousStep(draft, step);
  return before === 'similar' && !draft.similarSeen ? previousStep(draft, before) : before;
}
