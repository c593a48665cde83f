import { decodeJwt } from 'jose';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { ViewerQuery } from '../graphql/generated/graphql.ts';
import { graphql } from '../graphql/generated/index.ts';
import { query } from '../graphql/server.ts';
import type { Locale } from '../i18n/locale.ts';
import { cookieNames } from './cookies/cookies.ts';
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

/** A person as far as they are known now; `away`: whether it is only not known because a program does not answer. */
interface Looked {
  viewer: Viewer | null;
  away: boolean;
}

const known = openKnownViewers<Viewer>({ max: 2_000, forMs: 30 * 60_000 });
const awayCodes = new Set(['SUBGRAPH_UNAVAILABLE', 'SERVICE_UNAVAILABLE', 'QUERY_TIMEOUT']);

const lookUp = cache(async (locale: Locale): Promise<Looked> => {
  const token = (await cookies()).get(cookieNames.session)?.value;
  if (!token) return { viewer: null, away: false };
  const { data, problem } = await query(viewerDocument, {}, locale);
  const key = `${locale} ${subjectOf(token)}`;
  const away = problem !== null && awayCodes.has(problem.code);
  if (data?.viewer) known.remember(key, data.viewer);
  const viewer = data?.viewer ?? (away ? known.recall(key) : null);
  if (!viewer) return { viewer: null, away };
  // The directory knows staff; of applicants only the issuer knows the name.
  const name = viewer.posts.length > 0 ? viewer.name : (nameInToken(token, locale) ?? viewer.name);
  return { viewer: { ...viewer, name }, away };
});

/** The signed-in person, with a name in the language of the page; null for visitors. One query a request. */
export async function readViewer(locale: Locale): Promise<Viewer | null> {
  return (await lookUp(locale)).viewer;
}

/**
 * The signed-in person, or off to sign in and back to `returnTo` (a path of this site). While it cannot be known who it
 * is, signing in would lead here again without end: the page to sign in says so, and nothing happens by itself.
 */
export async function requireViewer(locale: Locale, returnTo: string): Promise<Viewer> {
  const { viewer, away } = await lookUp(locale);
  if (viewer) return viewer;
  if (away) redirect(`/${locale}/sign-in?${new URLSearchParams({ problem: 'away', to: returnTo })}`);
  redirect(signInPath(locale, returnTo));
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
