import { cookies } from 'next/headers';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { cookieNames, cookieOptions, dayInSeconds } from './cookies.ts';
import { seal, unseal } from './seal.ts';

const followedShape = z.array(
  z.object({ reference: z.string(), secret: z.string(), subject: z.string(), entity: z.string().nullable() }),
);

/** A case that was opened on this device with its secret. */
export type FollowedCase = z.infer<typeof followedShape>[number];

const most = 12;
const maxCookieLength = 3_800;

/** The cases followed on this device, the latest first. Their secrets never reach a page. */
export async function readFollowed(): Promise<FollowedCase[]> {
  const sealed = (await cookies()).get(cookieNames.followed)?.value;
  const opened = sealed ? unseal(sealed, 'followed', readConfig().sessionSecret) : null;
  const parsed = followedShape.safeParse(opened);
  return parsed.success ? parsed.data : [];
}

export async function secretOf(reference: string): Promise<string | null> {
  return (await readFollowed()).find((one) => one.reference === reference)?.secret ?? null;
}

/** Only in actions and route handlers. Kept for a day, so that a shared computer forgets by itself. */
export async function follow(followed: FollowedCase): Promise<void> {
  const others = (await readFollowed()).filter((one) => one.reference !== followed.reference);
  await write([followed, ...others].slice(0, most));
}

export async function stopFollowing(reference: string): Promise<void> {
  await write((await readFollowed()).filter((one) => one.reference !== reference));
}

async function write(followed: FollowedCase[]): Promise<void> {
  const { sessionSecret, webOrigin } = readConfig();
  const life = followed.length > 0 ? dayInSeconds : 0;
  const value = followed.length > 0 ? sealToFit(followed, sessionSecret) : '';
  (await cookies()).set(cookieNames.followed, value, cookieOptions(webOrigin, life));
}

/**
 * Browsers silently drop a cookie of more than 4,096 bytes, and all cases with it. Subjects, which only name the
 * cases in a list, are cut shorter until the rest fits; if nothing else helps, the case that was opened first goes.
 */
export function sealToFit(followed: readonly FollowedCase[], secret: string): string {
  for (const letters of [60, 30, 15, 0]) {
    const cut = followed.map((one) => ({ ...one, subject: [...one.subject].slice(0, letters).join('') }));
    const sealed = seal(cut, 'followed', secret);
    if (sealed.length <= maxCookieLength) return sealed;
  }
  return sealToFit(followed.slice(0, -1), secret);
}
