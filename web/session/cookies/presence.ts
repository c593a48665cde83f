import { cookies } from 'next/headers';
import { cookieNames, cookiePrefixes, cookiesOf } from './cookies.ts';

/** Whether this browser has something of a person: a session, followed cases, drafts. */
export async function isSomebodyHere(): Promise<boolean> {
  const jar = await cookies();
  const own = [cookieNames.session, cookieNames.until];
  const several = [cookiePrefixes.draft, cookiePrefixes.draftItself, cookiePrefixes.followed];
  return (
    own.some((name) => jar.has(name)) || several.some((prefix) => cookiesOf(prefix, jar.getAll()).size > 0)
  );
}
