import { type NextRequest, NextResponse } from 'next/server';
import * as openid from 'openid-client';
import { z } from 'zod';
import { readConfig } from '../../../config.ts';
import { cookieNames, cookieOptions } from '../../../session/cookies.ts';
import { openIssuer } from '../../../session/issuer.ts';
import { unseal } from '../../../session/seal.ts';
import { keepSession } from '../../../session/session-cookies.ts';

const begun = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  to: z.string(),
  language: z.enum(['ar', 'en']),
});

/** The way back from the issuer: exchanges the code for tokens and returns to where the person was. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  const sealed = request.cookies.get(cookieNames.signIn)?.value ?? '';
  const start = begun.safeParse(unseal(sealed, 'sign-in', config.sessionSecret));
  if (!start.success) return failed('expired', 'ar', config.webOrigin);
  const { verifier, state, nonce, to, language } = start.data;
  if (request.nextUrl.searchParams.get('error') === 'access_denied')
    return failed('cancelled', language, config.webOrigin);

  try {
    const issuer = await openIssuer(config);
    const tokens = await openid.authorizationCodeGrant(
      issuer,
      new URL(`/auth/callback${request.nextUrl.search}`, config.webOrigin),
      { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
    );
    const response = NextResponse.redirect(new URL(to, config.webOrigin), 303);
    keepSession(response, tokens, null, config);
    response.cookies.set(cookieNames.signIn, '', cookieOptions(config.webOrigin, 0, '/auth'));
    return response;
  } catch {
    return failed('failed', language, config.webOrigin);
  }
}

function failed(problem: string, language: string, webOrigin: string): NextResponse {
  return NextResponse.redirect(new URL(`/${language}/sign-in?problem=${problem}`, webOrigin), 303);
}
