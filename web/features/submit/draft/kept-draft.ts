/**
 * The drafts of this browser: each has an id, which stands in the addresses of its pages, and a key in a cookie of
 * its own. The answers are in the kept store, sealed with that key; a short draft has a copy in a cookie, so that it
 * goes on while the store cannot be reached. Reading changes nothing.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { z } from 'zod';
import { readConfig } from '../../../config.ts';
import { cookieOptions, cookiePrefixes, cookiesOf, dayInSeconds } from '../../../session/cookies/cookies.ts';
import { seal, unseal } from '../../../session/cookies/seal.ts';
import { addressIn } from '../../../session/kept/fair-share.ts';
import { keptStore } from '../../../session/kept/open-kept-store.ts';
import {
  type RecordRef,
  readRecord,
  removeRecord,
  writeRecord,
} from '../../../session/kept/sealed-record.ts';
import { type Draft, draftShape } from './draft.ts';

const draftLifeSeconds = 7 * dayInSeconds;
/** Drafts of one browser; a further one takes the place of the one that was left alone longest. */
const maxDrafts = 10;
/** Sealed characters of a draft that fits into a cookie, and how many such cookies there may be. */
const maxCookieLength = 2_400;
const maxDraftsInCookies = 2;
const maxAttempts = 5;

const keptShape = draftShape.extend({ changedAt: z.number() });
type Kept = z.infer<typeof keptShape>;

export interface KeptDraft {
  id: string;
  draft: Draft;
  /** Unix milliseconds. */
  changedAt: number;
}

export function newDraftId(): string {
  return randomBytes(9).toString('base64url');
}

/** The id in an address or a form; null when it can be none. */
export function readDraftId(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{12}$/.test(value) ? value : null;
}

/** The answers of one draft; null when this browser has none of that id, or they are too old. */
export const readDraft = cache(async (id: string | null): Promise<Draft | null> => {
  return id === null ? null : ((await load(id)).kept ?? null);
});

/** Whether this browser has a draft of that id in a store that cannot be reached now. */
export async function isOutOfReach(id: string): Promise<boolean> {
  const { kept, revision } = await load(id);
  return kept === null && revision === null;
}

/** All drafts of this browser that are not sent, the latest first. */
export async function listDrafts(): Promise<KeptDraft[]> {
  const all = (await cookies()).getAll();
  const ids = new Set(
    [cookiePrefixes.draft, cookiePrefixes.draftItself].flatMap((prefix) => [
      ...cookiesOf(prefix, all).keys(),
    ]),
  );
  const found = await Promise.all(
    [...ids].slice(0, 2 * maxDrafts).map(async (id) => ({ id, kept: (await load(id)).kept })),
  );
  return found
    .flatMap(({ id, kept }) => (kept && !kept.sent ? [{ id, draft: kept, changedAt: kept.changedAt }] : []))
    .toSorted((left, right) => right.changedAt - left.changedAt);
}

/**
 * Changes a draft, or begins it. Only in actions and route handlers. Null when it could not be kept anywhere: what
 * was typed must then be given back to the person.
 */
export async function changeDraft(
  id: string,
  change: (before: Draft) => Draft,
  lifeSeconds = draftLifeSeconds,
): Promise<Draft | null> {
  const { sessionSecret: secret, webOrigin } = readConfig();
  const jar = await cookies();
  const address = addressIn((await headers()).get('x-forwarded-for'));
  const known = jar.get(cookiePrefixes.draft + id)?.value;
  const ref = refOf(id, known ?? randomBytes(32).toString('base64url'));
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const { kept, revision } = await load(id);
    const next: Kept = { ...change(kept ?? { key: randomUUID() }), changedAt: Date.now() };
    // What is in the store and cannot be read now must not be lost behind a shorter copy.
    if (revision === null) return kept ? keepInCookie(id, next, lifeSeconds) : null;
    const outcome = await write(ref, next, { secret, lifeSeconds, expected: revision, address });
    if (outcome === 'changed') continue;
    if (outcome !== 'written') return keepInCookie(id, next, lifeSeconds);
    if (!known) await makeRoom();
    jar.set(cookiePrefixes.draft + id, ref.key, cookieOptions(webOrigin, lifeSeconds));
    copyToCookie(jar, id, next, lifeSeconds);
    return next;
  }
  return null;
}

/** Forgets a draft. Only in actions and route handlers. */
export async function dropDraft(id: string): Promise<void> {
  const jar = await cookies();
  const key = jar.get(cookiePrefixes.draft + id)?.value;
  if (key) await removeSilently(refOf(id, key));
  for (const name of [cookiePrefixes.draft + id, cookiePrefixes.draftItself + id])
    if (jar.has(name)) expire(jar, name);
}

/** The newest of what the store and the cookie have. `revision` is null while the store cannot be reached. */
async function load(id: string): Promise<{ kept: Kept | null; revision: number | null }> {
  const { sessionSecret: secret } = readConfig();
  const jar = await cookies();
  const sealed = jar.get(cookiePrefixes.draftItself + id)?.value;
  const inCookie = sealed ? parse(unseal(sealed, `draft\n${id}`, secret)) : null;
  const key = jar.get(cookiePrefixes.draft + id)?.value;
  if (!key) return { kept: inCookie, revision: 0 };
  try {
    const record = await readRecord(await keptStore(), refOf(id, key), secret);
    const inStore = parse(record?.value);
    const kept = (inStore?.changedAt ?? 0) >= (inCookie?.changedAt ?? 0) ? inStore : inCookie;
    return { kept: kept ?? inCookie, revision: record?.revision ?? 0 };
  } catch {
    return { kept: inCookie, revision: null };
  }
}

function parse(value: unknown): Kept | null {
  const parsed = keptShape.safeParse(value);
  return parsed.success ? parsed.data : null;
}

type WriteSealed = Parameters<typeof writeRecord>[3];

async function write(ref: RecordRef, kept: Kept, options: WriteSealed) {
  try {
    return await writeRecord(await keptStore(), ref, kept, options);
  } catch {
    return 'away';
  }
}

/** The draft that was changed last goes on, while it is short, when the store cannot be reached any more. */
function copyToCookie(
  jar: Awaited<ReturnType<typeof cookies>>,
  id: string,
  kept: Kept,
  lifeSeconds: number,
): void {
  const { sessionSecret, webOrigin } = readConfig();
  const sealed = seal(kept, `draft\n${id}`, sessionSecret);
  const fits = sealed.length <= maxCookieLength;
  // Parts of a draft as releases before this one kept it: together they were too large for other programs here.
  for (const part of cookiesOf(cookiePrefixes.draft, jar.getAll()).keys())
    if (/^\d$/.test(part)) expire(jar, cookiePrefixes.draft + part);
  for (const other of cookiesOf(cookiePrefixes.draftItself, jar.getAll()).keys())
    if (other !== id || !fits) expire(jar, cookiePrefixes.draftItself + other);
  if (fits) jar.set(cookiePrefixes.draftItself + id, sealed, cookieOptions(webOrigin, lifeSeconds));
}

/** The store cannot be reached, or takes no more. */
async function keepInCookie(id: string, kept: Kept, lifeSeconds: number): Promise<Draft | null> {
  const { sessionSecret, webOrigin } = readConfig();
  const jar = await cookies();
  const sealed = seal(kept, `draft\n${id}`, sessionSecret);
  const others = [...cookiesOf(cookiePrefixes.draftItself, jar.getAll()).keys()].filter((one) => one !== id);
  if (sealed.length > maxCookieLength || others.length >= maxDraftsInCookies) return null;
  jar.set(cookiePrefixes.draftItself + id, sealed, cookieOptions(webOrigin, lifeSeconds));
  return kept;
}

async function makeRoom(): Promise<void> {
  const drafts = await listDrafts();
  for (const { id } of drafts.slice(maxDrafts - 1)) await dropDraft(id);
}

function expire(jar: Awaited<ReturnType<typeof cookies>>, name: string): void {
  jar.set(name, '', cookieOptions(readConfig().webOrigin, 0));
}

async function removeSilently(ref: RecordRef): Promise<void> {
  // What cannot be removed now can no longer be read either: its key is gone, and it expires.
  await keptStore()
    .then((store) => removeRecord(store, ref))
    .catch(() => undefined);
}

function refOf(id: string, key: string): RecordRef {
  return { purpose: 'draft', id, key };
}
