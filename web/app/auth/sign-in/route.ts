import { type NextRequest, NextResponse } from 'next/server';
import * as openid from 'openid-client';
import { readConfig } from '../../../config.ts';
import { isLocale } from '../../../i18n/locale.ts';
import { openIssuer } from '../../../session/issuer.ts';
import { safeReturnPath } from '../../../session/return-path.ts';
import { keepAttempt, sealState } from '../../../session/sign-in-attempts.ts';

/** Sends the browser to the issuer (authorization code with PKCE). `to` is where to come back to. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  const asked = request.nextUrl.searchParams.get('lang');
  const language = isLocale(asked) ? asked : 'ar';
  const to = safeReturnPath(request.nextUrl.searchParams.get('to'), `/${language}`);
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
