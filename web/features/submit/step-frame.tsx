import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { FormResult } from '../forms/form-result.ts';
import { type Draft, previousStep, type Step, stepsOf } from './draft.ts';

interface Props {
  locale: Locale;
  step: Step;
  draft: Draft | null;
  /** Came here to change one answer: everything leads back to checking. */
  changing: boolean;
  result: FormResult | null;
  wide?: boolean;
  children: ReactNode;
}

/** What surrounds each question: the way back, how far along, and what was wrong. */
export async function StepFrame({ locale, step, draft, changing, result, wide = false, children }: Props) {
  const t = await getTranslations();
  const before = changing ? 'check' : previousStep(draft, step);
  const steps = stepsOf(draft);
  const number = steps.indexOf(step) + 1;
  return (
    <main id="main" className="wrap page">
      <div className={wide ? 'wide' : 'narrow'}>
        <a className="back" href={before ? `/${locale}/submit/${before}` : `/${locale}`}>
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
