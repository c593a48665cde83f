import { randomBytes } from 'node:crypto';
import { normaliseCharacters } from '@bekhedmetkom/text/normalise';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { cookieOptions, cookiePrefixes } from '../../session/cookies/cookies.ts';
import { addressIn } from '../../session/kept/fair-share.ts';
import { keptStore } from '../../session/kept/open-kept-store.ts';
import { type RecordRef, readRecord, removeRecord, writeRecord } from '../../session/kept/sealed-record.ts';
import { withoutProblem, withProblem } from './problem-address.ts';

const shape = z.object({
  values: z.record(z.string(), z.string()),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
});

/** What was wrong with a form that was just sent, and what the person had typed. */
export interface FormResult {
  values: Record<string, string>;
  problems: readonly { field: string; message: string }[];
}

/** Seconds. Long enough to mend the answers, also after going away for a while. */
const lifeSeconds = 30 * 60;
/** Milliseconds in which the page of the very same request is rendered. */
const sameRequestMs = 15_000;

const registry = globalThis as typeof globalThis & { formResults?: Map<string, FormResult> };
registry.formResults ??= new Map();
const ofThisRequest = registry.formResults;

/**
 * Sends the browser back to the page of the form (303), which shows what was wrong and what was typed: going back
 * and loading again never send the form a second time. Where that cannot be kept, the page is rendered in the answer
 * to this very request instead. Only in actions of forms.
 */
export async function keepFormResult(result: FormResult): Promise<void> {
  const { request, path } = await currentRequest();
  const id = await store(result);
  if (id !== null) redirect(withProblem(path, id));
  ofThisRequest.set(request, result);
  setTimeout(() => ofThisRequest.delete(request), sameRequestMs).unref();
}

/** The result that the address of this page names, if this browser has it. */
export const readFormResult = cache(async (): Promise<FormResult | null> => {
  const { request, path } = await currentRequest();
  const own = ofThisRequest.get(request);
  if (own) return own;
  const ref = await refIn(path);
  if (!ref) return null;
  const { sessionSecret } = readConfig();
  const record = await keptStore()
    .then((kept) => readRecord(kept, ref, sessionSecret))
    .catch(() => null);
  const parsed = shape.safeParse(record?.value);
  return parsed.success ? parsed.data : null;
});

/**
 * Goes on after a form that was taken: what was wrong with it before is forgotten, so that going back shows the form
 * without it. Only in actions of forms.
 */
export async function leaveForm(to: string): Promise<never> {
  await forgetOldResult();
  redirect(to);
}

/** The text fields of a form, digits as typed; files and repeated names are ignored. */
export function readFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION')) fields[name] = normaliseCharacters(value);
  }
  return fields;
}

/** The id under which the result is kept; null when it cannot be. */
async function store(result: FormResult): Promise<string | null> {
  const { sessionSecret: secret, webOrigin } = readConfig();
  const ref: RecordRef = {
    purpose: 'form',
    id: randomBytes(9).toString('base64url'),
    key: randomBytes(32).toString('base64url'),
  };
  const address = addressIn((await headers()).get('x-forwarded-for'));
  const outcome = await keptStore()
    .then((kept) => writeRecord(kept, ref, result, { secret, lifeSeconds, expected: 0, address }))
    .catch(() => 'away');
  if (outcome !== 'written') return null;
  await forgetOldResult();
  (await cookies()).set(cookiePrefixes.form + ref.id, ref.key, cookieOptions(webOrigin, lifeSeconds));
  return ref.id;
}

async function forgetOldResult(): Promise<void> {
  const ref = await refIn((await currentRequest()).path);
  if (!ref) return;
  (await cookies()).set(cookiePrefixes.form + ref.id, '', cookieOptions(readConfig().webOrigin, 0));
  await keptStore()
    .then((kept) => removeRecord(kept, ref))
    .catch(() => undefined);
}

async function refIn(path: string): Promise<RecordRef | null> {
  const { id } = withoutProblem(path);
  const key = id && (await cookies()).get(cookiePrefixes.form + id)?.value;
  return id && key ? { purpose: 'form', id, key } : null;
}

/** Set afresh by proxy.ts for every request; a browser cannot choose it. */
async function currentRequest(): Promise<{ request: string; path: string }> {
  const all = await headers();
  return { request: all.get('x-page-request') ?? '', path: all.get('x-page-path') ?? '/' };
}
