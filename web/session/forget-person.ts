/** Nothing of a person stays on a shared computer: cookies, what their keys open, and what the browser has kept. */
import { createHmac } from 'node:crypto';
import type { NextRequest, NextResponse } from 'next/server';
import type { WebConfig } from '../config.ts';
import { cookieNames, cookieOptions, cookiePrefixes, cookiesOf, dayInSeconds } from './cookies/cookies.ts';
import { keptStore } from './kept/open-kept-store.ts';
import { type RecordRef, removeRecord } from './kept/sealed-record.ts';

/** Seconds for which another person who signs in here is told apart: as long as a draft lives. */
const personLifeSeconds = 7 * dayInSeconds;
/** All cookies of this site but the language, which says nothing about anybody. The issuer may be on the same host. */
const ownCookie = /^bk_(?!locale$|issuer_)/;
/** These are sent to /auth only, and can be deleted only there. */
const forAuthOnly = (name: string) => name === cookieNames.refresh || name.startsWith(cookiePrefixes.signIn);

/**
 * Forgets whoever used this browser: the session, followed cases and their secrets, receipts, drafts (here and in the
 * store), forms that came back, files that were not sent; caches and storage of the browser, pages that going back
 * would show among them. Call it in a route handler below /auth: some cookies come only there.
 */
export async function forgetPerson(
  request: NextRequest,
  response: NextResponse,
  config: WebConfig,
): Promise<void> {
  const all = request.cookies.getAll();
  for (const { name } of all.filter((one) => ownCookie.test(one.name))) {
    const path = forAuthOnly(name) ? '/auth' : '/';
    response.cookies.set(name, '', cookieOptions(config.webOrigin, 0, path));
  }
  // Not "cookies": that would reach those of other programs on this host, of the issuer among them.
  response.headers.set('clear-site-data', '"cache", "storage"');
  response.headers.set('cache-control', 'no-store');
  await removeRecords(all);
}

/**
 * Whoever signs in where somebody else was signed in before (and whose session ended by itself) finds nothing of
 * theirs. What was written here before anybody had signed in belongs to whoever signs in now.
 */
export async function forgetPersonBefore(
  request: NextRequest,
  response: NextResponse,
  subject: string,
  config: WebConfig,
): Promise<void> {
  const person = createHmac('sha256', config.sessionSecret).update(`person\n${subject}`).digest('base64url');
  const before = request.cookies.get(cookieNames.person)?.value;
  if (before !== undefined && before !== person) await forgetPerson(request, response, config);
  response.cookies.set(cookieNames.person, person, cookieOptions(config.webOrigin, personLifeSeconds));
}

async function removeRecords(all: readonly { name: string; value: string }[]): Promise<void> {
  const purposes: [RecordRef['purpose'], string][] = [
    ['draft', cookiePrefixes.draft],
    ['form', cookiePrefixes.form],
  ];
  const refs = purposes.flatMap(([purpose, prefix]) =>
    [...cookiesOf(prefix, all)].map(([id, key]): RecordRef => ({ purpose, id, key })),
  );
  if (refs.length === 0) return;
  // Without their keys the records can be read by nobody; what cannot be removed now expires.
  await keptStore()
    .then((store) => Promise.allSettled(refs.map((ref) => removeRecord(store, ref))))
    .catch(() => undefined);
}
