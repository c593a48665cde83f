import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { formTitle } from '../../../../../features/forms/error-title.ts';
import { readFormResult } from '../../../../../features/forms/form-result.ts';
import { NotFoundPage } from '../../../../../features/shell/not-found-page.tsx';
import { ServiceAway } from '../../../../../features/shell/service-away.tsx';
import { firstOpenStep, mayShow, type Step, steps } from '../../../../../features/submit/draft/draft.ts';
import { isOutOfReach, readDraft, readDraftId } from '../../../../../features/submit/draft/kept-draft.ts';
import { presetDraft, readPreset, stepPath } from '../../../../../features/submit/step-path.ts';
import { CategoryStep } from '../../../../../features/submit/steps/category-step.tsx';
import { CheckStep } from '../../../../../features/submit/steps/check-step.tsx';
import { CreditStep } from '../../../../../features/submit/steps/credit-step.tsx';
import { EntitySearch } from '../../../../../features/submit/steps/entity-search.tsx';
import { SimilarStep } from '../../../../../features/submit/steps/similar-step.tsx';
import { StepForm } from '../../../../../features/submit/steps/step-form.tsx';
import { StepFrame } from '../../../../../features/submit/steps/step-frame.tsx';
import type { StepProps } from '../../../../../features/submit/steps/step-props.ts';
import { stepTitle } from '../../../../../features/submit/steps/step-title.ts';
import { TypeStep } from '../../../../../features/submit/steps/type-step.tsx';
import { WhatStep } from '../../../../../features/submit/steps/what-step.tsx';
import { WhereStep } from '../../../../../features/submit/steps/where-step.tsx';
import { WhoStep } from '../../../../../features/submit/steps/who-step.tsx';
import { YouStep } from '../../../../../features/submit/steps/you-step.tsx';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { Island } from '../../../../../ui/island.tsx';

interface Props {
  params: Promise<{ locale: string; step: string }>;
  searchParams: Promise<
    Record<'draft' | 'type' | 'entity' | 'q' | 'pick' | 'back', string | string[] | undefined>
  >;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await pageLocale(params);
  const step = readStepName((await params).step) ?? 'type';
  const { draft: id, type, entity } = await searchParams;
  const draft = { ...presetDraft(readPreset({ type, entity })), ...(await readDraft(readDraftId(id))) };
  return formTitle(await stepTitle(step, draft));
}

export default async function StepPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const step = readStepName((await params).step);
  if (!step) return <NotFoundPage locale={locale} />;
  const { draft: asked, type, entity, q, pick, back } = await searchParams;
  const id = readDraftId(asked);
  if (!id) redirect(`/${locale}/submit`);
  const kept = await readDraft(id);
  if (!kept && (await isOutOfReach(id))) return <ServiceAway retry={stepPath(locale, step, id)} />;
  if (kept?.sent) redirect(stepPath(locale, 'done', id));
  const preset = kept?.type ? {} : readPreset({ type, entity });
  const draft = { ...presetDraft(preset), ...kept };
  if (!mayShow(draft, step))
    redirect(kept ? stepPath(locale, firstOpenStep(draft), id) : `/${locale}/submit?gone=yes`);
  const result = await readFormResult();
  const changing = (result?.values.back ?? back) === 'check';
  const props = { locale, id, draft, result };
  const asText = (value: typeof q) => (typeof value === 'string' ? value.trim().slice(0, 100) : '');
  const search = asText(q);
  const frame = { locale, step, id, draft, preset, changing, result };

  if (step === 'check') {
    return (
      <StepFrame {...frame} changing={false} wide>
        <CheckStep {...props} />
      </StepFrame>
    );
  }
  return (
    <StepFrame {...frame}>
      {step === 'who' && (
        <>
          <h1 className="h1">{await stepTitle('who', draft)}</h1>
          <p className="hint space-3">{await whoHint()}</p>
          <EntitySearch locale={locale} id={id} search={search} changing={changing} />
        </>
      )}
      <StepForm
        locale={locale}
        step={step}
        id={id}
        preset={preset}
        changing={changing}
        hasDraft={kept !== null}
        {...(step === 'similar' && { button: await differentButton() })}
      >
        <Question step={step} search={search} picked={asText(pick)} changing={changing} {...props} />
      </StepForm>
      <Island name="draft" />
      {step === 'where' && <Island name="place" />}
    </StepFrame>
  );
}

async function whoHint(): Promise<string> {
  return (await getTranslations('submit.who'))('hint');
}

async function differentButton(): Promise<string> {
  return (await getTranslations('submit.similar'))('different');
}

interface QuestionProps extends StepProps {
  step: Exclude<Step, 'check'>;
  search: string;
  /** Code of the entity or topic that a link of the lists has chosen. */
  picked: string;
  changing: boolean;
}

function Question({ step, search, picked, changing, ...props }: QuestionProps) {
  switch (step) {
    case 'type':
      return <TypeStep {...props} />;
    case 'what':
      return <WhatStep {...props} />;
    case 'who':
      return <WhoStep {...props} search={search} picked={picked} changing={changing} />;
    case 'credit':
      return <CreditStep {...props} />;
    case 'category':
      return <CategoryStep {...props} picked={picked} changing={changing} />;
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
