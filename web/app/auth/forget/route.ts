import { type NextRequest, NextResponse } from 'next/server';
import { readConfig } from '../../../config.ts';
import { isLocale } from '../../../i18n/locale.ts';
import { isSomebodyHere } from '../../../session/cookies/presence.ts';

/**
 * Where the other tabs of a browser go when somebody has signed out in one: their storage is cleared as well. While
 * there is a session, and for forms of other sites, nothing happens.
 */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const config = readConfig();
  if (request.headers.get('origin') !== config.webOrigin) return new NextResponse(null, { status: 403 });
  const asked = request.nextUrl.searchParams.get('lang');
  const response = NextResponse.redirect(`${config.webOrigin}/${isLocale(asked) ? asked : 'ar'}`, 303);
  response.headers.set('cache-control', 'no-store');
  if (!(await isSomebodyHere())) response.headers.set('clear-site-data', '"cache", "storage"');
  return response;
}
