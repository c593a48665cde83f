'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { mutate } from '../../graphql/server.ts';
import { isLocale, type Locale } from '../../i18n/locale.ts';
import { follow } from '../../session/followed-cases.ts';
import { forgetKeptFiles, readKeptFiles } from '../attachments/kept-files.ts';
import { takeFiles } from '../attachments/take-files.ts';
import { keepFormResult, readFields } from '../forms/form-result.ts';
import { type Draft, firstOpenStep, nextStep, type Step, steps } from './draft.ts';
import { dropDraft, readDraft, writeDraft } from './draft-cookie.ts';
import { readStep } from './read-step.ts';
import { writeReceipt } from './receipt.ts';
import { readSimilar } from './similar-cases.ts';
import { submitCaseDocument } from './submit-case.document.ts';
import { stepOf, toSubmission } from './to-submission.ts';

/** Takes the answer to one question and goes on; comes back with the errors when there are some. */
export async function saveStep(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = localeOf(fields);
  const step = steps.find((one) => one === fields.step) ?? 'type';
  const files = step === 'what' ? await takeFiles(form, locale) : null;
  if (files) return keepFormResult({ values: fields, problems: files.problems });
  const reading = readStep(step, fields);
  if ('problems' in reading) {
    const t = await getTranslations({ locale, namespace: 'submit.error' });
    const problems = reading.problems.map(({ field, error }) => ({ field, message: t(error) }));
    return keepFormResult({ values: fields, problems });
  }
  const before = (await readDraft()) ?? { key: randomUUID() };
  const answered: Draft = { ...withoutDependents(before, reading.answers), ...reading.answers };
  const draft = await lookForSimilar(answered);
  if (!(await writeDraft(draft))) {
    const t = await getTranslations({ locale, namespace: 'submit.error' });
    return keepFormResult({ values: fields, problems: [{ field: 'text', message: t('tooLongToKeep') }] });
  }
  // What was answered before is not asked again.
  const straight = fields.back === 'check' || step === 'similar';
  const next = straight ? firstOpenStep(draft) : nextToAsk(draft, step);
  redirect(`/${locale}/submit/${next}`);
}

/** Nobody is asked whether a request is theirs when none is like it. */
async function lookForSimilar(draft: Draft): Promise<Draft> {
  if (firstOpenStep(draft) !== 'similar') return draft;
  const found = await readSimilar(draft);
  if (found.length === 0) return { ...draft, follows: null, similarSeen: false };
  return { ...draft, similarSeen: true };
}

/** Sends the request. Sending it twice gives the same reference. */
export async function sendRequest(form: FormData): Promise<void> {
  const locale = localeOf(readFields(form));
  const draft = await readDraft();
  const files = (await readKeptFiles()).map(({ id }) => id);
  const input = draft && toSubmission(draft, locale, files);
  if (!input) redirect(`/${locale}/submit/${firstOpenStep(draft)}`);

  const { data, problem } = await mutate(submitCaseDocument, { input }, locale);
  const payload = data?.submitCase;
  if (!payload) return keepFormResult(await unavailable(locale, problem?.code ?? ''));
  if (payload.userErrors.length > 0 || !payload.case) {
    const problems = payload.userErrors.map(({ field, message }) => {
      const step = stepOf(field);
      return { field: step ? `change-${step}` : 'send', message };
    });
    return keepFormResult({ values: {}, problems });
  }
  const { reference, entity } = payload.case;
  const secret = payload.secret ?? '';
  await writeReceipt({ reference, secret, email: input.contact?.email ?? null });
  await follow({ reference, secret, subject: input.subject, entity: entity?.code ?? null });
  await dropDraft();
  await forgetKeptFiles();
  redirect(`/${locale}/submit/done`);
}

/** Throws the draft away and begins again. */
export async function startOver(form: FormData): Promise<void> {
  const locale = localeOf(readFields(form));
  await dropDraft();
  await forgetKeptFiles();
  redirect(`/${locale}/submit/type`);
}

/**
 * Categories belong to a sector and a programme, units to an entity, and what is similar to the words and the
 * place: changing one of these asks for them again.
 */
function withoutDependents(draft: Draft, answers: Partial<Draft>): Draft {
  const otherEntity = answers.entity !== undefined && answers.entity !== draft.entity;
  const before = draft.programme ?? 'GOVERNMENT_SERVICES';
  const otherProgramme = answers.programme !== undefined && answers.programme !== before;
  const { category, creditedUnit, follows, ...rest } = draft;
  const same = likenesses.every((name) => !(name in answers) || isSame(answers[name], draft[name]));
  return {
    ...rest,
    ...(!otherEntity && !otherProgramme && category !== undefined && { category }),
    ...(!otherEntity && creditedUnit !== undefined && { creditedUnit }),
    ...(same && follows !== undefined && { follows }),
  };
}

/** What similar requests are looked for by. */
const likenesses = [
  'type',
  'programme',
  'subject',
  'text',
  'category',
  'governorate',
  'district',
  'point',
] as const;

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

async function unavailable(locale: Locale, code: string) {
  const t = await getTranslations({ locale, namespace: 'submit.error' });
  const away = code === 'RATE_LIMITED' || code === 'THROTTLED' ? t('tooOften') : t('notSent');
  return { values: {}, problems: [{ field: 'send', message: away }] };
}

/** The next question; that for similar requests only when there are some. */
function nextToAsk(draft: Draft, step: Step): Step {
  const next = nextStep(draft, step);
  return next === 'similar' && !draft.similarSeen ? nextStep(draft, next) : next;
}

function localeOf(fields: Record<string, string>): Locale {
  return isLocale(fields.locale) ? fields.locale : 'ar';
}
