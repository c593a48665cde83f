import { cookies } from 'next/headers';
import { readConfig } from '../../config.ts';
import { cutIntoChunks, joinChunks } from '../../session/chunks.ts';
import { cookieNames, cookieOptions, dayInSeconds } from '../../session/cookies.ts';
import { seal, unseal } from '../../session/seal.ts';
import { type Draft, draftShape } from './draft.ts';

/** Sealed bytes that a browser is asked to carry with each request of this form. */
const biggestDraft = 20_000;
const mostChunks = 6;
const life = 7 * dayInSeconds;

/** The answers kept in this browser; null when there are none, or they are too old or were altered. */
export async function readDraft(): Promise<Draft | null> {
  const jar = await cookies();
  const sealed = joinChunks(cookieNames.draft, (name) => jar.get(name)?.value);
  if (!sealed) return null;
  const parsed = draftShape.safeParse(unseal(sealed, 'draft', readConfig().sessionSecret));
  return parsed.success ? parsed.data : null;
}

/** Keeps the answers in this browser, encrypted. False when they are too long to travel in cookies. */
export async function writeDraft(draft: Draft): Promise<boolean> {
  const { sessionSecret, webOrigin } = readConfig();
  const sealed = seal(draft, 'draft', sessionSecret);
  if (sealed.length > biggestDraft) return false;
  const jar = await cookies();
  const chunks = cutIntoChunks(cookieNames.draft, sealed);
  for (const { name, value } of chunks) jar.set(name, value, cookieOptions(webOrigin, life));
  await dropDraft(chunks.length);
  return true;
}

/** Forgets the answers (all parts, or those from a number on). */
export async function dropDraft(from = 0): Promise<void> {
  const jar = await cookies();
  const gone = cookieOptions(readConfig().webOrigin, 0);
  for (let index = from; index < mostChunks; index += 1) {
    const name = `${cookieNames.draft}.${index}`;
    if (jar.has(name)) jar.set(name, '', gone);
  }
}
