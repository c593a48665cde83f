import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { formTitle } from '../../../../../features/forms/error-title.ts';
import { readFormResult } from '../../../../../features/forms/form-result.ts';
import { NotFoundPage } from '../../../../../features/shell/not-found-page.tsx';
import { CategoryStep } from '../../../../../features/submit/category-step.tsx';
import { CheckStep } from '../../../../../features/submit/check-step.tsx';
import { CreditStep } from '../../../../../features/submit/credit-step.tsx';
import { firstOpenStep, mayShow, type Step, steps } from '../../../../../features/submit/draft.ts';
import { readDraft } from '../../../../../features/submit/draft-cookie.ts';
import { EntitySearch } from '../../../../../features/submit/entity-search.tsx';
import { WhereStep } from '../../../../../features/submit/place/where-step.tsx';
import { SimilarStep } from '../../../../../features/submit/similar-step.tsx';
import { StepForm } from '../../../../../features/submit/step-form.tsx';
import { StepFrame } from '../../../../../features/submit/step-frame.tsx';
import type { StepProps } from '../../../../../features/submit/step-props.ts';
import { TypeStep } from '../../../../../features/submit/type-step.tsx';
import { WhatStep, whatTitle } from '../../../../../features/submit/what-step.tsx';
import { WhoStep } from '../../../../../features/submit/who-step.tsx';
import { YouStep } from '../../../../../features/submit/you-step.tsx';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { Island } from '../../../../../ui/island.tsx';

interface Props {
  params: Promise<{ locale: string; step: string }>;
  searchParams: Promise<{ q?: string | string[]; back?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const step = readStepName((await params).step) ?? 'type';
  if (step === 'what') return formTitle(await whatTitle(await readDraft()));
  const t = await getTranslations('submit');
  return formTitle(t(`${step}.title`));
}

export default async function StepPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const step = readStepName((await params).step);
  if (!step) return <NotFoundPage locale={locale} />;
  const { q, back } = await searchParams;
  const draft = await readDraft();
  if (!mayShow(draft, step)) redirect(`/${locale}/submit/${firstOpenStep(draft)}`);
  const result = await readFormResult();
  const changing = (result?.values.back ?? back) === 'check';
  const props = { locale, draft, result };
  const search = typeof q === 'string' ? q.trim().slice(0, 100) : '';
  const frame = { locale, step, draft, changing, result };

  if (step === 'check') {
    return (
      draft && (
        <StepFrame {...frame} changing={false} wide>
          <CheckStep {...props} draft={draft} />
        </StepFrame>
      )
    );
  }
  const words = await getTranslations('submit');
  return (
    <StepFrame {...frame}>
      {step === 'who' && (
        <>
          <h1 className="h1">{words('who.title')}</h1>
          <p className="hint space-3">{words('who.hint')}</p>
          <EntitySearch locale={locale} search={search} changing={changing} />
        </>
      )}
      <StepForm
        locale={locale}
        step={step}
        changing={changing}
        hasDraft={draft !== null}
        {...(step === 'similar' && { button: words('similar.different') })}
      >
        <Question step={step} search={search} {...props} />
      </StepForm>
      <Island name="draft" />
      {step === 'where' && <Island name="place" />}
    </StepFrame>
  );
}

function Question({ step, search, ...props }: StepProps & { step: Exclude<Step, 'check'>; search: string }) {
  switch (step) {
    case 'type':
      return <TypeStep {...props} />;
    case 'what':
      return <WhatStep {...props} />;
    case 'who':
      return <WhoStep {...props} search={search} />;
    case 'credit':
      return <CreditStep {...props} />;
    case 'category':
      return <CategoryStep {...props} />;
    case 'where':
      return <WhereStep {...props} />;
    case 'similar':
      return <SimilarStep {...props} />;
    case 'you':
      return <YouStep {...props} />;
  }
}

function readStepName(name: string): Step | null {
  return steps.find((step) => step === name) ?? null;
}
