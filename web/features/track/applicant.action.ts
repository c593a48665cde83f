'use server';

import { getTranslations } from 'next-intl/server';
import type { Answer } from '../../graphql/server.ts';
import { mutate } from '../../graphql/server.ts';
import { isLocale, type Locale } from '../../i18n/locale.ts';
import { secretOf } from '../../session/cookies/followed-cases.ts';
import { keepFormResult, leaveForm, readFields } from '../forms/form-result.ts';
import {
  appealDocument,
  escalateDocument,
  reopenDocument,
  replyDocument,
  separateDocument,
  withdrawDocument,
} from './applicant.documents.ts';
import { readTyped, readWritten, type WrittenAct } from './read-tracking.ts';
import { refusalMessage } from './refusal-message.ts';

type Fields = Record<string, string>;
interface Who {
  reference: string;
  secret: string | null;
  expectedVersion: number;
}
type Done = Answer<{ done: { userErrors: { code: string; message: string }[] } }>;

/** Answers the entity's question. */
export async function replyToQuestion(form: FormData): Promise<void> {
  const send = (who: Who, text: string, locale: Locale) =>
    mutate(replyDocument, { input: { ...who, text } }, locale);
  await write('reply', form, send, 'timeline');
}

/** Takes the request back for good. */
export async function withdrawCase(form: FormData): Promise<void> {
  const send = (who: Who, reason: string, locale: Locale) =>
    mutate(withdrawDocument, { input: { ...who, reason: reason || null } }, locale);
  await write('withdraw', form, send, 'case');
}

/** Makes a request that follows another one a request of its own. */
export async function separateCase(form: FormData): Promise<void> {
  const send = (who: Who, reason: string, locale: Locale) =>
    mutate(separateDocument, { input: { ...who, reason: reason || null } }, locale);
  await write('separate', form, send, 'case');
}

/** Begins another round of an answered request. */
export async function reopenCase(form: FormData): Promise<void> {
  const send = (who: Who, reason: string, locale: Locale) =>
    mutate(reopenDocument, { input: { ...who, reason } }, locale);
  await write('reopen', form, send, 'case');
}

/** Asks the operation room to decide, when no reopening is left. */
export async function appealCase(form: FormData): Promise<void> {
  const send = (who: Who, reason: string, locale: Locale) =>
    mutate(appealDocument, { input: { ...who, reason } }, locale);
  await write('appeal', form, send, 'case');
}

/** Asks for somebody higher, once the request is overdue. */
export async function requestEscalation(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = localeOf(fields);
  const who = await whoOf(fields);
  const done = await mutate(escalateDocument, { input: who }, locale);
  await finish(done, 'escalate', { fields, locale, who, to: 'case' });
}

async function write(
  act: WrittenAct,
  form: FormData,
  send: (who: Who, text: string, locale: Locale) => Promise<Done>,
  to: string,
): Promise<void> {
  const fields = readFields(form);
  const locale = localeOf(fields);
  const reading = readWritten(act, fields);
  if ('problems' in reading) {
    const t = await getTranslations({ locale, namespace: 'track.act' });
    const problems = reading.problems.map(({ field, error }) => ({
      field,
      message: error === 'textMissing' ? t(`${act}.missing`) : t(error),
    }));
    return keepFormResult({ values: fields, problems });
  }
  const who = await whoOf(fields);
  await finish(await send(who, reading.text, locale), act, { fields, locale, who, to });
}

/** Goes on to the page as it is now, or comes back with what was typed and why it was refused. */
async function finish(
  done: Done,
  field: string,
  { fields, locale, who, to }: { fields: Fields; locale: Locale; who: Who; to: string },
): Promise<void> {
  const message = await refusalMessage(done.data?.done.userErrors ?? null, { locale, ...who });
  if (message) return keepFormResult({ values: fields, problems: [{ field, message }] });
  return leaveForm(`/${locale}/track/${who.reference}?done=${field}#${to}`);
}

async function whoOf(fields: Fields): Promise<Who> {
  const reference = readTyped(fields.reference);
  const expectedVersion = Number.parseInt(fields.expectedVersion ?? '0', 10) || 0;
  return { reference, secret: await secretOf(reference), expectedVersion };
}

function localeOf(fields: Fields): Locale {
  return isLocale(fields.locale) ? fields.locale : 'ar';
}
