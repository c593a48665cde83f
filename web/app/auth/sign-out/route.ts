import { type NextRequest, NextResponse } from 'next/server';
import * as openid from 'openid-client';
import { readConfig } from '../../../config.ts';
import { cancelUploads } from '../../../features/attachments/kept-files.ts';
import { listDrafts } from '../../../features/submit/draft/kept-draft.ts';
import { isLocale } from '../../../i18n/locale.ts';
import { cookieNames } from '../../../session/cookies/cookies.ts';
import { readKeptTokens } from '../../../session/cookies/session-cookies.ts';
import { forgetPerson } from '../../../session/forget-person.ts';
import { openIssuer } from '../../../session/issuer.ts';

/** Ends the session at the gateway (its open sockets too) and at the issuer; nothing of the person stays here. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  if (request.headers.get('origin') !== config.webOrigin) return new NextResponse(null, { status: 403 });
  const asked = request.nextUrl.searchParams.get('lang');
  const home = `${config.webOrigin}/${isLocale(asked) ? asked : 'ar'}`;
  // While the session may still say whose they are.
  await cancelUploads((await listDrafts()).map(({ draft }) => draft));
  const token = request.cookies.get(cookieNames.session)?.value;
  if (token) await endAtGateway(config.gatewayUrl, token);

  const kept = readKeptTokens(request.cookies.get(cookieNames.refresh)?.value, config);
  const response = NextResponse.redirect(await farewell(home, kept?.idToken ?? null), 303);
  await forgetPerson(request, response, config);
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
