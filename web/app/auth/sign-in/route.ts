import { type NextRequest, NextResponse } from 'next/server';
import * as openid from 'openid-client';
import { readConfig } from '../../../config.ts';
import { isLocale } from '../../../i18n/locale.ts';
import { keepAttempt, openState, sealState } from '../../../session/cookies/sign-in-attempts.ts';
import { openIssuer } from '../../../session/issuer.ts';
import { safeReturnPath } from '../../../session/return-path.ts';

/**
 * Sends the browser to the issuer (authorization code with PKCE). `to` is where to come back to;
 * the `state` of an attempt that took too long at the issuer says the same.
 */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  const asked = request.nextUrl.searchParams;
  const before = openState(asked.get('state'), config.sessionSecret);
  const lang = asked.get('lang') ?? before?.language;
  const language = isLocale(lang) ? lang : 'ar';
  const to = safeReturnPath(before?.to ?? asked.get('to'), `/${language}`);
  const issuer = await openIssuer(config).catch(() => null);
  if (!issuer) {
    const back = new URLSearchParams({ problem: 'issuer', to });
    return NextResponse.redirect(new URL(`/${language}/sign-in?${back}`, config.webOrigin), 303);
  }

  const verifier = openid.randomPKCECodeVerifier();
  const nonce = openid.randomNonce();
  const state = sealState({ to, language }, config.sessionSecret);
  const address = openid.buildAuthorizationUrl(issuer, {
    redirect_uri: `${config.webOrigin}/auth/callback`,
    response_type: 'code',
    scope: 'openid offline_access',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ui_locales: language,
  });
  const response = NextResponse.redirect(address, 303);
  keepAttempt(request, response, { verifier, nonce, state }, config);
  return response;
}
