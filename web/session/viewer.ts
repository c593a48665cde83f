import { decodeJwt } from 'jose';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { ViewerQuery } from '../graphql/generated/graphql.ts';
import { graphql } from '../graphql/generated/index.ts';
import { query } from '../graphql/server.ts';
import type { Locale } from '../i18n/locale.ts';
import { cookieNames } from './cookies.ts';
import { openKnownViewers } from './known-viewers.ts';

const viewerDocument = graphql(`
  query Viewer {
    viewer {
      id
      name
      unreadNotifications
      posts {
        id
        role
        name
        entity {
          id
          code
          name
        }
      }
    }
  }
`);

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** The signed-in person, with a name in the language of the page; null for visitors. One query a request. */
export const readViewer = cache(async (locale: Locale): Promise<Viewer | null> => {
  const token = (await cookies()).get(cookieNames.session)?.value;
  if (!token) return null;
  const { data, problem } = await query(viewerDocument, {}, locale);
  const key = `${locale} ${subjectOf(token)}`;
  const viewer = data?.viewer ?? (problem && isAway(problem.code) ? known.recall(key) : null);
  if (!viewer) return null;
  if (data?.viewer && viewer.posts.length > 0) known.remember(key, viewer);
  // The directory knows staff; of applicants only the issuer knows the name.
  return viewer.posts.length > 0 ? viewer : { ...viewer, name: nameInToken(token, locale) ?? viewer.name };
});

const known = openKnownViewers<Viewer>({ max: 2_000, forMs: 30 * 60_000 });

/** Whether a question was not answered because a program is away, and not because of who asked. */
function isAway(code: string): boolean {
  return code === 'SERVICE_UNAVAILABLE' || code === 'QUERY_TIMEOUT';
}

/** The signed-in person, or off to sign in and back to `returnTo` (a path of this site). */
export async function requireViewer(locale: Locale, returnTo: string): Promise<Viewer> {
  const viewer = await readViewer(locale);
  if (!viewer) redirect(signInPath(locale, returnTo));
  return viewer;
}

export function signInPath(locale: Locale, returnTo: string): string {
  return `/auth/sign-in?${new URLSearchParams({ lang: locale, to: returnTo })}`;
}

/** Whether a session cookie came with this request; says nothing about whether the gateway accepts it. */
export async function hasSession(): Promise<boolean> {
  return (await cookies()).has(cookieNames.session);
}

/** For showing only: the gateway is who checks tokens. */
export function nameInToken(token: string, locale: Locale): string | null {
  try {
    const claims = decodeJwt(token);
    const name = claims[`name#${locale}`] ?? claims.name;
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

function subjectOf(token: string): string {
  try {
    return decodeJwt(token).sub ?? token;
  } catch {
    return token;
  }
}
