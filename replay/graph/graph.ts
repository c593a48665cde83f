/** The public gateway, asked patiently: what is away is waited for, what is refused is told. */
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { backOff } from '@bekhedmetkom/time/back-off';
import { z } from 'zod';
import { IssuerAway, type TokenSource } from './token.ts';

const reply = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string(), retryAfter: z.number() }).partial().default({}),
      }),
    )
    .default([]),
});

/** The gateway understood, and will not: trying again would not help. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

class Away extends Error {
  constructor(
    message: string,
    readonly retryAfter: number | null = null,
    /** Whether the fault may be in the request itself, so that patience has an end. */
    readonly doubtful = false,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

const away = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'QUERY_TIMEOUT',
  'RATE_LIMITED',
  'THROTTLED',
]);
const doubtfulTries = 4;

export interface Graph {
  /**
   * Runs one operation and gives its data. Waits for as long as the gateway, or what is behind it, is away.
   * Throws Refused, or a StartupError when the importer may not do this at all.
   */
  run<T>(shape: z.ZodType<T>, document: string, variables: Record<string, unknown>): Promise<T>;
}

export function openGraph(options: {
  gatewayUrl: string;
  tokens: TokenSource;
  /** Told that something is away, and for how long is waited, in milliseconds. */
  onWait(reason: string, wait: number): void;
  signal: AbortSignal;
}): Graph {
  const url = new URL('/graphql', options.gatewayUrl);

  async function attempt(document: string, variables: Record<string, unknown>): Promise<unknown> {
    const response = await send(url, await options.tokens.get(), { query: document, variables });
    if (response.status === 413) throw new Refused('BAD_USER_INPUT', 'the request is too large');
    const read = reply.safeParse(await response.json().catch(() => null));
    const error = read.data?.errors[0];
    if (!read.success || (!error && !response.ok)) {
      throw new Away(`the gateway answers ${response.status}`, retryAfterOf(response));
    }
    if (!error) return read.data.data;
    const { code = '', retryAfter = retryAfterOf(response) } = error.extensions;
    if (code === 'UNAUTHENTICATED') {
      options.tokens.forget();
      throw new Away('the gateway does not accept the token', null, true);
    }
    if (code === 'FORBIDDEN') throw new StartupError(`The importer may not do this: ${error.message}`);
    if (away.has(code)) throw new Away(error.message, retryAfter);
    if (code === 'INTERNAL_SERVER_ERROR' || response.status >= 500) throw new Away(error.message, null, true);
    throw new Refused(code, error.message);
  }

  return {
    async run(shape, document, variables) {
      for (let tries = 1; ; tries += 1) {
        options.signal.throwIfAborted();
        try {
          const read = shape.safeParse(await attempt(document, variables));
          if (read.success) return read.data;
          throw new Away('the gateway answers something else than was asked', null, true);
        } catch (error) {
          if (!(error instanceof Away || error instanceof IssuerAway)) throw error;
          if (error instanceof Away && error.doubtful && tries >= doubtfulTries) {
            throw new Refused('INTERNAL_SERVER_ERROR', error.message);
          }
          const asked = error instanceof Away && error.retryAfter ? error.retryAfter * 1000 : 0;
          const wait = Math.max(asked, backOff(tries, { first: 500, longest: 15_000 }));
          options.onWait(error.message, wait);
          await sleep(wait, undefined, { signal: options.signal });
        }
      }
    },
  };
}

async function send(url: URL, token: string, body: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': 'en',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
  } catch (cause) {
    throw new Away('the gateway does not answer', null, false, cause);
  }
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
