/** The cookies of this site. Every one is HTTP-only and SameSite=Lax, and Secure under https. */
export const cookieNames = {
  /** The access token (JWT); the gateway reads it too. */
  session: 'bk_session',
  /** The refresh token, sealed; sent to /auth only. */
  refresh: 'bk_refresh',
  /** Unix seconds at which the access token expires; says that a refresh token exists. Holds no secret. */
  until: 'bk_until',
  /** What must be remembered between leaving for the issuer and coming back. */
  signIn: 'bk_sign_in',
  /** The answers given so far, sealed, in numbered parts. */
  draft: 'bk_draft',
  /** Reference and secret of the case just submitted, sealed. */
  receipt: 'bk_receipt',
  /** The files of a request that is not sent yet, sealed. */
  files: 'bk_files',
  /** References and secrets of the cases followed on this device, sealed. */
  followed: 'bk_followed',
} as const;

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
