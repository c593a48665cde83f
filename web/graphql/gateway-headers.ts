import { cookies, headers } from 'next/headers';
import { formatLocales, type Locale, locales } from '../i18n/locale.ts';
import { cookieNames } from '../session/cookies/cookies.ts';

/**
 * What every call to the gateway carries for the person who asked: the session, the language, the address
 * (only for limits) and the id under which all logs of this request can be found.
 */
export async function gatewayHeaders(locale: string): Promise<Record<string, string>> {
  const [asked, jar] = await Promise.all([headers(), cookies()]);
  const token = jar.get(cookieNames.session)?.value;
  const address = asked.get('x-forwarded-for');
  const requestId = asked.get('x-request-id');
  return {
    ...publicHeaders(locale),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(address && { 'x-forwarded-for': address }),
    ...(requestId && { 'x-request-id': requestId }),
  };
}

/** What a call carries that is made for nobody in particular. */
export function publicHeaders(locale: string): Record<string, string> {
  return {
    accept: 'application/graphql-response+json, application/json',
    'accept-language': languageOf(locale),
  };
}

/** `ar` or `en` from a language tag of ours (`ar`, `en`, `ar-JO-u-nu-latn`). */
export function languageOf(locale: string): Locale {
  return locales.find((one) => locale === one || locale === formatLocales[one]) ?? 'ar';
}
