/** The cookies of this site. Every one is HTTP-only and SameSite=Lax, and Secure under https. */
export const cookieNames = {
  /** The access token (JWT); the gateway reads it too. */
  session: 'bk_session',
  /** The refresh token, sealed; sent to /auth only. */
  refresh: 'bk_refresh',
  /** Unix seconds at which the access token expires; says that a refresh token exists. Holds no secret. */
  until: 'bk_until',
  /** Which account was signed in here last, as a keyed hash: whoever comes next must not find its drafts. */
  person: 'bk_person',
} as const;

/** Cookies of which there are several, one for each id: `bk_draft.ID`. */
export const cookiePrefixes = {
  /** One attempt to sign in: what must be remembered between leaving for the issuer and coming back; for /auth only. */
  signIn: 'bk_sign_in.',
  /** The key to a draft in the store. */
  draft: 'bk_draft.',
  /** A copy of a short draft, sealed, for when the store cannot be reached. */
  draftItself: 'bk_draft_itself.',
  /** Reference and secret of a case followed on this device, sealed. */
  followed: 'bk_followed.',
  /** The key to a form that came back with errors. */
  form: 'bk_form.',
} as const;

/** The cookies of a prefix that came with a request, by their id. */
export function cookiesOf(
  prefix: string,
  all: readonly { name: string; value: string }[],
): Map<string, string> {
  const own = all.filter(({ name }) => name.startsWith(prefix));
  return new Map(own.map(({ name, value }) => [name.slice(prefix.length), value]));
}

export const dayInSeconds = 24 * 60 * 60;

export interface CookieOptions {
  httpOnly: true;
  sameSite: 'lax';
  secure: boolean;
  path: string;
  maxAge: number;
}

/** @param maxAge seconds; 0 deletes the cookie */
export function cookieOptions(webOrigin: string, maxAge: number, path = '/'): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: webOrigin.startsWith('https:'), path, maxAge };
}
