'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isLocale, type Locale } from '../../i18n/locale.ts';
import { follow } from '../../session/cookies/followed-cases.ts';
import { cancelUploads, readKeptFiles } from '../attachments/kept-files.ts';
import { takeFiles } from '../attachments/take-files.ts';
import { keepFormResult, leaveForm, readFields } from '../forms/form-result.ts';
import { type Draft, firstOpenStep, nextStep, type Step, steps } from './draft/draft.ts';
import {
  changeDraft,
  dropDraft,
  isOutOfReach,
  newDraftId,
  readDraft,
  readDraftId,
} from './draft/kept-draft.ts';
import { receiptLifeSeconds } from './draft/receipt.ts';
import { governorateOf } from './place/governorate-of.ts';
import { type Reading, readStep } from './read-step.ts';
import { sendSubmission } from './send-submission.ts';
import { readSimilar } from './similar-cases.ts';
import { readPreset, stepPath } from './step-path.ts';
import { stepOf, toSubmission } from './to-submission.ts';
import { typedIn } from './typed.ts';

/** Takes the answer to one question and goes on; comes back with the errors when there are some. */
export async function saveStep(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = localeOf(fields);
  const step = steps.find((one) => one === fields.step) ?? 'type';
  const id = readDraftId(fields.draft) ?? newDraftId();
  const preset = readPreset({ type: fields.presetType, entity: fields.presetEntity });
  const files = step === 'what' ? await takeFiles(form, id, locale) : null;
  if (files) return keepFormResult({ values: fields, problems: files.problems });
  const reading = await withPlace(readStep(step, fields));
  if ('problems' in reading) {
    const t = await getTranslations({ locale, namespace: 'submit.error' });
    const problems = reading.problems.map(({ field, error }) => ({ field, message: t(error) }));
    // What is mended on the page that comes back is newer than what was sent.
    await changeDraft(id, (before) =>
      before.sent ? before : { ...preset, ...before, typed: { ...before.typed, ...typedIn(fields) } },
    );
    return keepFormResult({ values: fields, problems });
  }
  const answer = (before: Draft): Draft => {
    const known = before.type || before.subject ? before : { ...before, ...preset };
    return { ...withoutDependents(known, reading.answers), ...reading.answers };
  };
  const similar = await lookForSimilar(answer((await readDraft(id)) ?? { key: '' }));
  const draft = await changeDraft(id, (before) =>
    before.sent ? before : { ...answer(before), ...similar, typed: withoutKeys(before.typed, fields) },
  );
  if (!draft) {
    const t = await getTranslations({ locale, namespace: 'submit.error' });
    return keepFormResult({ values: fields, problems: [{ field: firstField[step], message: t('notKept') }] });
  }
  if (draft.sent) redirect(stepPath(locale, 'done', id));
  // What was answered before is not asked again.
  const straight = fields.back === 'check' || step === 'similar';
  const next = straight ? firstOpenStep(draft) : nextToAsk(draft, step);
  return leaveForm(stepPath(locale, next, id));
}

/** The point says more than the choice: where the two disagree, the point is believed. */
async function withPlace(reading: Reading): Promise<Reading> {
  if (!('answers' in reading) || !reading.answers.point) return reading;
  const found = await governorateOf(reading.answers.point);
  if (found === 'outside') return { problems: [{ field: 'point', error: 'pointOutside' }] };
  return found === 'unknown' ? reading : { answers: { ...reading.answers, governorate: found.code } };
}

/** Nobody is asked whether a request is theirs when none is like it. */
async function lookForSimilar(draft: Draft): Promise<Partial<Draft>> {
  if (firstOpenStep(draft) !== 'similar') return {};
  const found = await readSimilar(draft);
  return found.length === 0 ? { follows: null, similarSeen: false } : { similarSeen: true };
}

/** Sends the request. Sending it twice gives the same reference. */
export async function sendRequest(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = localeOf(fields);
  const id = readDraftId(fields.draft);
  const draft = await readDraft(id);
  if (id && !draft && (await isOutOfReach(id))) return keepFormResult(await unavailable(locale, ''));
  if (!id || !draft) redirect(`/${locale}/submit?gone=yes`);
  // Pressed twice: the first press has sent it.
  if (draft.sent) redirect(stepPath(locale, 'done', id));
  const files = (await readKeptFiles(id)).files.map(({ id: file }) => file);
  const input = toSubmission(draft, locale, files);
  if (!input) redirect(stepPath(locale, firstOpenStep(draft), id));

  const sent = await sendSubmission(id, draft, input, locale);
  if ('away' in sent) return keepFormResult(await unavailable(locale, sent.away));
  const { payload, earlier } = sent;
  if (payload.userErrors.length > 0 || !payload.case) {
    const problems = payload.userErrors.map(({ field, message }) => {
      const step = stepOf(field);
      return { field: step ? `change-${step}` : 'send', message };
    });
    return keepFormResult({ values: {}, problems });
  }
  const { reference, entity } = payload.case;
  const secret = payload.secret ?? '';
  const receipt = { reference, secret, email: input.contact?.email ?? null, type: input.type, earlier };
  const kept = await changeDraft(id, ({ key }) => ({ key, sent: receipt }), receiptLifeSeconds);
  // Without a receipt nobody could follow it: sending it again gives the same one.
  if (!kept) return keepFormResult(await unavailable(locale, ''));
  await follow({ reference, secret, subject: input.subject, entity: entity?.code ?? null });
  return leaveForm(stepPath(locale, 'done', id));
}

/** Throws one draft away. */
export async function deleteDraft(form: FormData): Promise<void> {
  const fields = readFields(form);
  const id = readDraftId(fields.draft);
  if (id) {
    await cancelUploads([(await readDraft(id)) ?? {}]);
    await dropDraft(id);
  }
  redirect(`/${localeOf(fields)}/submit`);
}

/** What was typed into other boxes than those of this form. */
function withoutKeys(typed: Draft['typed'], fields: Record<string, string>): Draft['typed'] {
  return Object.fromEntries(Object.entries(typed ?? {}).filter(([name]) => !(name in fields)));
}

/** The box that an error of a whole step leads to. */
const firstField: Record<Step, string> = {
  type: 'type',
  what: 'text',
  who: 'entity',
  credit: 'creditedName',
  category: 'category',
  where: 'governorate',
  similar: 'similar',
  you: 'identity',
  check: 'send',
};

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
