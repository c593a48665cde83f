import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { errors, type Provider } from 'oidc-provider';
import { problemPage } from '../pages/problem-page.ts';
import { type SignInState, signInPage } from '../pages/sign-in-page.ts';
import { type Language, languageOf } from '../pages/words.ts';
import type { People } from '../people/people.ts';
import type { SignInLimits } from '../people/sign-in-limits.ts';
import type { KnownBrowsers } from './known-browser.ts';
import { readForm } from './read-form.ts';
import { securityHeaders } from './security-headers.ts';

interface Parts {
  provider: Provider;
  people: People;
  limits: SignInLimits;
  knownBrowsers: KnownBrowsers;
  /** The address of the client of a request. */
  addressOf(request: IncomingMessage): string;
  webOrigin: string;
  /** Shown with the demonstration accounts; null hides them. */
  demoPassword: string | null;
  logger: Logger;
  metrics: Metrics;
}

/** The page where people say who they are: GET shows it, POST tries a name and a password. */
export function makeSignIn(parts: Parts) {
  const { provider, people, limits, knownBrowsers, webOrigin, demoPassword, logger } = parts;
  const headers = securityHeaders(webOrigin);
  const tries = parts.metrics.counter('sign_ins_total', 'Tries to sign in, by result', ['result']);

  const send = (response: ServerResponse, status: number, text: string, more = {}) =>
    void response
      .writeHead(status, { ...headers, 'content-type': 'text/html; charset=utf-8', ...more })
      .end(text);

  return async function signIn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const details = await provider.interactionDetails(request, response).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return null;
      throw error;
    });
    const language = languageOf(url.searchParams.get('lang') ?? askedLanguage(details?.params.ui_locales));
    if (!details || url.pathname !== `/sign-in/${details.uid}`) {
      return send(
        response,
        400,
        problemPage({ language, webOrigin }, 'session_not_found', url.searchParams.get('state')),
      );
    }

    const addressIn = (lang: Language) => {
      const attempt = url.searchParams.get('state');
      return `${url.pathname}?${new URLSearchParams({ ...(attempt !== null && { state: attempt }), lang })}`;
    };
    const state = (changes: Partial<SignInState> = {}): SignInState => ({
      frame: { language, webOrigin, otherLanguage: addressIn(language === 'ar' ? 'en' : 'ar') },
      action: addressIn(language),
      username: '',
      password: '',
      problem: null,
      demo: demoPassword === null ? null : { people: people.all, password: demoPassword },
      ...changes,
    });
    if (request.method !== 'POST') {
      const chosen =
        demoPassword === null ? undefined : people.byUsername(url.searchParams.get('account') ?? '');
      const filled = chosen && { username: chosen.username, password: demoPassword ?? '' };
      return send(response, 200, signInPage(state(filled)));
    }

    const form = await readForm(request);
    const username = (form?.get('username') ?? '').trim().toLowerCase();
    const password = form?.get('password') ?? '';
    if (username === '' || password === '') {
      return send(response, 422, signInPage(state({ username, problem: { kind: 'missing' } })));
    }
    const attempt = {
      username,
      address: parts.addressOf(request),
      known: knownBrowsers.isKnown(request, username),
    };
    const seconds = await limits.take(attempt);
    if (seconds > 0) {
      tries.inc({ result: 'limited' });
      const text = signInPage(state({ username, problem: { kind: 'wait', seconds } }));
      return send(response, 429, text, { 'retry-after': String(seconds) });
    }
    const person = people.check(username, password);
    if (!person) {
      await sleep(await limits.failed(attempt));
      tries.inc({ result: 'wrong' });
      logger.info('a wrong password was given');
      return send(response, 422, signInPage(state({ username, problem: { kind: 'wrong' } })));
    }
    await limits.succeeded(attempt);
    tries.inc({ result: 'right' });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.appendHeader('set-cookie', knownBrowsers.remember(request, username));
    await provider.interactionFinished(request, response, { login: { accountId: person.subject } });
  };
}

function askedLanguage(uiLocales: unknown): Language {
  return languageOf(typeof uiLocales === 'string' ? uiLocales : null);
}
