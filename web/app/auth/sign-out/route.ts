import { type NextRequest, NextResponse } from 'next/server';
import * as openid from 'openid-client';
import { readConfig } from '../../../config.ts';
import { isLocale } from '../../../i18n/locale.ts';
import { cookieNames } from '../../../session/cookies.ts';
import { openIssuer } from '../../../session/issuer.ts';
import { dropSession, readKeptTokens } from '../../../session/session-cookies.ts';

/** Ends the session here, at the gateway (its open sockets too) and at the issuer. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  if (request.headers.get('origin') !== config.webOrigin) return new NextResponse(null, { status: 403 });
  const asked = request.nextUrl.searchParams.get('lang');
  const home = `${config.webOrigin}/${isLocale(asked) ? asked : 'ar'}`;
  const token = request.cookies.get(cookieNames.session)?.value;
  if (token) await endAtGateway(config.gatewayUrl, token);

  const kept = readKeptTokens(request.cookies.get(cookieNames.refresh)?.value, config);
  const response = NextResponse.redirect(await farewell(home, kept?.idToken ?? null), 303);
  dropSession(response, config);
  return response;
}

async function endAtGateway(gatewayUrl: string, token: string): Promise<void> {
  await fetch(`${gatewayUrl}/logout`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(3_000),
  }).catch(() => null);
}

async function farewell(home: string, idToken: string | null): Promise<URL> {
  const issuer = await openIssuer(readConfig()).catch(() => null);
  if (!issuer?.serverMetadata().end_session_endpoint || !idToken) return new URL(home);
  return openid.buildEndSessionUrl(issuer, { id_token_hint: idToken, post_logout_redirect_uri: home });
}
