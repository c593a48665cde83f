import { randomBytes, randomUUID } from 'node:crypto';
import { NextRequest, NextResponse } from 'next/server';
import createIntlMiddleware from 'next-intl/middleware';
import { readConfig, type WebConfig } from './config.ts';
import { routing } from './i18n/routing.ts';
import { isPage, needsRuntime } from './server/areas.ts';
import { contentSecurityPolicy, securityHeaders } from './server/security-headers.ts';
import { cookieNames } from './session/cookies/cookies.ts';

const chooseLocale = createIntlMiddleware(routing);
const development = process.env.NODE_ENV === 'development';

/** Seconds before its end at which a session is refreshed. */
const margin = 30;

/** Runs before every page: language, session, request id, security headers. */
export default function proxy(request: NextRequest): NextResponse {
  const config = readConfig();
  const { pathname } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.delete('x-page-request');
  if (!/^[\w-]{8,64}$/.test(headers.get('x-request-id') ?? '')) headers.set('x-request-id', randomUUID());
  if (!isPage(pathname)) return finish(NextResponse.next({ request: { headers } }), config, pathname);
  if (mustRefresh(request)) return finish(toRefresh(request, config), config, pathname);

  const nonce = needsRuntime(pathname) ? randomBytes(16).toString('base64') : null;
  const policy = contentSecurityPolicy(config, nonce, development);
  headers.set('content-security-policy', policy);
  headers.set('x-page-request', randomUUID());
  headers.set('x-page-path', `${pathname}${request.nextUrl.search}`);
  const response = chooseLocale(new NextRequest(request, { headers }));
  response.headers.set('content-security-policy', policy);
  return finish(response, config, pathname);
}

function mustRefresh(request: NextRequest): boolean {
  const until = Number(request.cookies.get(cookieNames.until)?.value ?? Number.NaN);
  if (Number.isNaN(until) || request.headers.has('rsc') || request.headers.has('next-action')) return false;
  return Date.now() / 1000 > until - margin || !request.cookies.has(cookieNames.session);
}

/** 307 keeps the method and the body: a form sent with an expired session arrives all the same. */
function toRefresh(request: NextRequest, config: WebConfig): NextResponse {
  const to = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  return NextResponse.redirect(
    new URL(`/auth/refresh?${new URLSearchParams({ to })}`, config.webOrigin),
    307,
  );
}

function finish(response: NextResponse, config: WebConfig, pathname: string): NextResponse {
  for (const [name, value] of Object.entries(securityHeaders(config, pathname)))
    response.headers.set(name, value);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|api/files/uploads).*)'] };
