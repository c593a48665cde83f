import { z } from 'zod';

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  GATEWAY_URL: z.url().default('http://127.0.0.1:4000'),
  PUBLIC_GATEWAY_URL: z.url().optional(),
  ISSUER_URL: z.url().default('http://127.0.0.1:4005'),
  WEB_ORIGIN: z.url().default('http://127.0.0.1:3000'),
  LOG_LEVEL: z.string().default('info'),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters'),
  TRUST_PROXY: z.stringbool().default(false),
  OIDC_CLIENT_ID: z.string().default('web'),
  OIDC_CLIENT_SECRET: z.string().optional(),
  REDIS_URL: z.url().optional(),
  DRAFTS_DIR: z.string().min(1).optional(),
});

export interface WebConfig {
  host: string;
  port: number;
  /** Where this server reaches the gateway; an origin without a path. */
  gatewayUrl: string;
  /** Where browsers reach the gateway; an origin without a path. */
  publicGatewayUrl: string;
  issuerUrl: string;
  /** Where browsers reach this web app. Cookies are `Secure` when it is https. */
  webOrigin: string;
  /** A pino level or "silent". */
  logLevel: string;
  /** Where Prometheus reads; a port of its own, as the other one is the public's. Null: nowhere. */
  metricsPort: number | null;
  sessionSecret: string;
  /** Whether a proxy in front sets `X-Forwarded-For`; without one, visitors could write it themselves. */
  trustProxy: boolean;
  clientId: string;
  clientSecret: string | undefined;
  /** Where several web servers keep drafts together. Null: in `draftsFolder`. */
  redisUrl: string | null;
  /** Where a single web server keeps drafts. Null too: in memory, until it ends. */
  draftsFolder: string | null;
}

/**
 * Reads the settings of the web app; nothing else here looks at the environment.
 * @throws Error with one plain line for each variable that is missing or wrong.
 */
export function readConfig(source: Readonly<Record<string, string | undefined>> = process.env): WebConfig {
  const parsed = environment.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The web app cannot start, its environment is not complete:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    gatewayUrl: originOf(env.GATEWAY_URL),
    publicGatewayUrl: originOf(env.PUBLIC_GATEWAY_URL ?? env.GATEWAY_URL),
    issuerUrl: env.ISSUER_URL,
    webOrigin: originOf(env.WEB_ORIGIN),
    logLevel: env.LOG_LEVEL,
    metricsPort: env.METRICS_PORT ?? null,
    sessionSecret: env.SESSION_SECRET,
    trustProxy: env.TRUST_PROXY,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    redisUrl: env.REDIS_URL ?? null,
    draftsFolder: env.DRAFTS_DIR ?? null,
  };
}

function originOf(url: string): string {
  return new URL(url).origin;
}
