/** The importer's access token, by client credentials from the issuer of identities. */
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';

const discovery = z.object({ token_endpoint: z.url() });
const grant = z.object({ access_token: z.string(), expires_in: z.number().default(300) });

/** The issuer could not be asked; it may be, later. */
export class IssuerAway extends Error {}

export interface TokenSource {
  /** A token that is good for another half minute at least. Throws IssuerAway or StartupError. */
  get(): Promise<string>;
  /** Makes the next get ask anew, after the gateway refused the token. */
  forget(): void;
}

export function openTokenSource(options: { issuerUrl: string; client: string; secret: string }): TokenSource {
  let known: { token: string; until: number } | null = null;

  async function ask(): Promise<{ token: string; until: number }> {
    const found = discovery.safeParse(
      await fetchJson(
        new URL('.well-known/openid-configuration', `${options.issuerUrl.replace(/\/$/, '')}/`),
      ),
    );
    if (!found.success) throw new StartupError(`${options.issuerUrl} is no issuer of identities.`);
    const credentials = Buffer.from(
      `${encodeURIComponent(options.client)}:${encodeURIComponent(options.secret)}`,
    ).toString('base64');
    const given = grant.safeParse(
      await fetchJson(found.data.token_endpoint, {
        method: 'POST',
        headers: { authorization: `Basic ${credentials}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      }),
    );
    if (!given.success) {
      throw new StartupError(
        `The issuer did not accept the client "${options.client}". Is IMPORTER_SECRET that of the issuer?`,
      );
    }
    const { access_token: token, expires_in: seconds } = given.data;
    return { token, until: Date.now() + (seconds - 30) * 1000 };
  }

  return {
    async get() {
      if (!known || known.until <= Date.now()) known = await ask();
      return known.token;
    },
    forget() {
      known = null;
    },
  };
}

async function fetchJson(url: string | URL, init: RequestInit = {}): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  } catch (cause) {
    throw new IssuerAway('the issuer of identities does not answer', { cause });
  }
  if (response.status >= 500) throw new IssuerAway(`the issuer of identities answers ${response.status}`);
  return response.json().catch(() => null);
}
