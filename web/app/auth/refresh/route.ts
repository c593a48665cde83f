import { type NextRequest, NextResponse } from 'next/server';
import * as openid from 'openid-client';
import { readConfig, type WebConfig } from '../../../config.ts';
import { cookieNames } from '../../../session/cookies/cookies.ts';
import { dropSession, keepSession, readKeptTokens } from '../../../session/cookies/session-cookies.ts';
import { openIssuer } from '../../../session/issuer.ts';
import { safeReturnPath } from '../../../session/return-path.ts';

/** A page was asked for with an expired session: refresh it, then go on to the page. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  return goOn(request, readConfig());
}

/**
 * From scripts (`accept: application/json`): 204 when refreshed, 401 when the person must sign in again,
 * 503 when the issuer does not answer. From a form that was sent with an expired session: refreshes and has
 * the browser send the form again (307), so that nothing typed is lost.
 */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  if (request.headers.get('origin') !== config.webOrigin) return new NextResponse(null, { status: 403 });
  if (!request.headers.get('accept')?.includes('application/json')) return goOn(request, config);
  const outcome = await refresh(request, config);
  const response = new NextResponse(null, { status: outcome.status });
  apply(response, outcome, config);
  return response;
}

type Outcome =
  | { status: 204; tokens: openid.TokenEndpointResponse; before: ReturnType<typeof readKeptTokens> }
  | { status: 401 | 503 };

async function goOn(request: NextRequest, config: WebConfig): Promise<NextResponse> {
  const outcome = await refresh(request, config);
  const to = safeReturnPath(request.nextUrl.searchParams.get('to'), '/');
  const response = NextResponse.redirect(new URL(to, config.webOrigin), 307);
  apply(response, outcome, config);
  return response;
}

async function refresh(request: NextRequest, config: WebConfig): Promise<Outcome> {
  const before = readKeptTokens(request.cookies.get(cookieNames.refresh)?.value, config);
  if (!before?.refreshToken) return { status: 401 };
  try {
    const issuer = await openIssuer(config);
    return { status: 204, tokens: await openid.refreshTokenGrant(issuer, before.refreshToken), before };
  } catch (error) {
    // The issuer said no: the session is over. Anything else may pass, so the refresh token is kept.
    return { status: error instanceof openid.ResponseBodyError ? 401 : 503 };
  }
}

function apply(response: NextResponse, outcome: Outcome, config: WebConfig): void {
  response.headers.set('cache-control', 'no-store');
  if (outcome.status === 204) keepSession(response, outcome.tokens, outcome.before, config);
  else if (outcome.status === 401) dropSession(response, config);
  // The issuer is away: without the mark, the page is shown signed out instead of looping.
  else response.cookies.delete(cookieNames.until);
}
