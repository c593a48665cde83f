import type { NextResponse } from 'next/server';
import type { TokenEndpointResponse } from 'openid-client';
import type { WebConfig } from '../../config.ts';
import { cookieNames, cookieOptions, dayInSeconds } from './cookies.ts';
import { seal, unseal } from './seal.ts';

const refreshLife = dayInSeconds / 2;

export interface KeptTokens {
  refreshToken: string | null;
  idToken: string | null;
}

/** Puts the tokens of a sign-in (or of a refresh) into the session's cookies. */
export function keepSession(
  response: NextResponse,
  tokens: TokenEndpointResponse,
  before: KeptTokens | null,
  config: WebConfig,
): void {
  const lifetime = tokens.expires_in ?? 300;
  const kept: KeptTokens = {
    refreshToken: tokens.refresh_token ?? before?.refreshToken ?? null,
    idToken: tokens.id_token ?? before?.idToken ?? null,
  };
  const until = Math.floor(Date.now() / 1000) + lifetime;
  response.cookies.set(cookieNames.session, tokens.access_token, cookieOptions(config.webOrigin, lifetime));
  response.cookies.set(
    cookieNames.refresh,
    seal(kept, 'refresh', config.sessionSecret),
    cookieOptions(config.webOrigin, refreshLife, '/auth'),
  );
  response.cookies.set(cookieNames.until, String(until), cookieOptions(config.webOrigin, refreshLife));
}

export function readKeptTokens(sealed: string | undefined, config: WebConfig): KeptTokens | null {
  return sealed ? (unseal(sealed, 'refresh', config.sessionSecret) as KeptTokens | null) : null;
}

export function dropSession(response: NextResponse, config: WebConfig): void {
  response.cookies.set(cookieNames.session, '', cookieOptions(config.webOrigin, 0));
  response.cookies.set(cookieNames.refresh, '', cookieOptions(config.webOrigin, 0, '/auth'));
  response.cookies.set(cookieNames.until, '', cookieOptions(config.webOrigin, 0));
}
