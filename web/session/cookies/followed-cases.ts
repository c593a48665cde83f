import { createHash } from 'node:crypto';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { cookieOptions, cookiePrefixes, cookiesOf, dayInSeconds } from './cookies.ts';
import { seal, unseal } from './seal.ts';

const followedShape = z.object({
  reference: z.string(),
  secret: z.string(),
  subject: z.string(),
  entity: z.string().nullable(),
  /** Unix milliseconds. */
  openedAt: z.number(),
});

type Kept = z.infer<typeof followedShape>;

/** A case that was opened on this device with its secret. */
export type FollowedCase = Omit<Kept, 'openedAt'>;

const maxCases = 12;
/** Letters of a subject that names a case in a list: the cookie stays far below the 4,096 bytes of browsers. */
const maxSubject = 40;

/** The cases followed on this device, the latest first. Their secrets never reach a page. */
export async function readFollowed(): Promise<FollowedCase[]> {
  return (await readAll()).map(({ openedAt: _, ...followed }) => followed);
}

export async function secretOf(reference: string): Promise<string | null> {
  return (await readFollowed()).find((one) => one.reference === reference)?.secret ?? null;
}

/**
 * Only in actions and route handlers. Each case has a cookie of its own, so that two tabs that open one each keep both.
 * Kept for a day, so that a shared computer forgets by itself.
 */
export async function follow(followed: FollowedCase): Promise<void> {
  const { sessionSecret, webOrigin } = readConfig();
  const others = (await readAll()).filter((one) => one.reference !== followed.reference);
  for (const { reference } of others.slice(maxCases - 1)) await stopFollowing(reference);
  const subject = [...followed.subject].slice(0, maxSubject).join('');
  const kept: Kept = { ...followed, subject, openedAt: Date.now() };
  const sealed = seal(kept, 'followed', sessionSecret);
  (await cookies()).set(nameOf(followed.reference), sealed, cookieOptions(webOrigin, dayInSeconds));
}

export async function stopFollowing(reference: string): Promise<void> {
  (await cookies()).set(nameOf(reference), '', cookieOptions(readConfig().webOrigin, 0));
}

async function readAll(): Promise<Kept[]> {
  const { sessionSecret } = readConfig();
  const sealed = cookiesOf(cookiePrefixes.followed, (await cookies()).getAll()).values();
  return [...sealed]
    .flatMap((one) => {
      const parsed = followedShape.safeParse(unseal(one, 'followed', sessionSecret));
      return parsed.success ? [parsed.data] : [];
    })
    .toSorted((left, right) => right.openedAt - left.openedAt);
}

/** The reference itself does not stand in the name: a cookie's name is shown by the browser's own pages. */
function nameOf(reference: string): string {
  return cookiePrefixes.followed + createHash('sha256').update(reference).digest('base64url').slice(0, 12);
}
