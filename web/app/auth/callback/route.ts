import { type NextRequest, NextResponse } from 'next/server';
import * as openid from 'openid-client';
import { readConfig } from '../../../config.ts';
import { keepSession } from '../../../session/cookies/session-cookies.ts';
import {
  type Destination,
  dropAttempt,
  openState,
  readAttempt,
} from '../../../session/cookies/sign-in-attempts.ts';
import { forgetPersonBefore } from '../../../session/forget-person.ts';
import { openIssuer } from '../../../session/issuer.ts';
import { safeReturnPath } from '../../../session/return-path.ts';

/** The way back from the issuer: exchanges the code for tokens and returns to where the person was. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  const state = request.nextUrl.searchParams.get('state');
  const destination = openState(state, config.sessionSecret);
  const attempt = readAttempt(request, state, config.sessionSecret);
  if (!destination || !state || !attempt) return failed('expired', destination, request, config.webOrigin);
  if (request.nextUrl.searchParams.get('error') === 'access_denied')
    return failed('cancelled', destination, request, config.webOrigin);

  try {
    const issuer = await openIssuer(config);
    const tokens = await openid.authorizationCodeGrant(
      issuer,
      new URL(`/auth/callback${request.nextUrl.search}`, config.webOrigin),
      {
        pkceCodeVerifier: attempt.verifier,
        expectedState: state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      },
    );
    const to = safeReturnPath(destination.to, `/${destination.language}`);
    const response = NextResponse.redirect(new URL(to, config.webOrigin), 303);
    await forgetPersonBefore(request, response, tokens.claims()?.sub ?? '', config);
    keepSession(response, tokens, null, config);
    dropAttempt(response, state, config);
    return response;
  } catch {
    return failed('failed', destination, request, config.webOrigin);
  }
}

/** Back to the page for signing in, in the language and with the destination of the attempt. */
function failed(
  problem: string,
  destination: Destination | null,
  request: NextRequest,
  webOrigin: string,
): NextResponse {
  // Nothing is known of an attempt that is not ours: the language is the one that was last read here.
  const language = destination?.language ?? (request.cookies.get('bk_locale')?.value === 'en' ? 'en' : 'ar');
  const query = new URLSearchParams({ problem, ...(destination && { to: destination.to }) });
  return NextResponse.redirect(new URL(`/${language}/sign-in?${query}`, webOrigin), 303);
}
