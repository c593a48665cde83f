import { readFileSync } from 'node:fs';
import { readTrustedProxies, type TrustedProxies } from '@bekhedmetkom/platform/client-address';
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { z } from 'zod';
import { type SigningKeys, signingKeys } from './issuer/signing-keys.ts';
import { type Person, people } from './people/person.ts';

export interface Config {
  host: string;
  /** 0 takes any free port; then issuerUrl must be given as null. */
  port: number;
  /** What tokens name as their issuer, and where browsers reach it; null is the address listened on. */
  issuerUrl: string | null;
  /** Origin of the web app, without a path. */
  webOrigin: string;
  people: Person[];
  /** The password of everybody. */
  password: string;
  /** Whether the sign-in page lists the accounts with their password. */
  showAccounts: boolean;
  /** Sign the cookies; the first signs, the others still verify. */
  cookieKeys: string[];
  /** Of the client `importer`. */
  importerSecret: string;
  /** Folder for what must outlive a restart: signing keys, unless given, and sign-ins. Null keeps nothing. */
  dataFolder: string | null;
  signingKeys: SigningKeys | null;
  logLevel: string;
  /** Address of a program that tells the time of the database beside its readiness; null asks nobody. */
  clockUrl: string | null;
  /** Where the metrics are served; nowhere unless given. */
  metricsPort?: number | undefined;
  /** Where its processes count tries to sign in together; each by itself unless given. */
  redisUrl?: string | undefined;
  /** Proxies that are believed when they name a client's address. */
  trustedProxies: TrustedProxies;
}

/** The password of the demonstration that `npm start` brings up; printed, shown on the page, and so no secret. */
export const knownPassword = 'bekhedmetkom';

const demoPeople = new URL('../schema/demo/people.json', import.meta.url);

const json = <S extends z.ZodType>(shape: S) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('is not JSON');
        return z.NEVER;
      }
    })
    .pipe(shape);

const origin = z
  .url({ protocol: /^https?$/, message: 'is not a web address' })
  .transform((text) => new URL(text).origin);
const secret = z.string().min(16, 'is shorter than 16 characters');

const environment = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(1).max(65_535).default(4005),
    ISSUER_URL: origin.optional(),
    WEB_ORIGIN: origin.default('http://127.0.0.1:3000'),
    LOG_LEVEL: z.string().default('info'),
    METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    DEMO_PEOPLE: z.string().optional(),
    DEMO_ACCOUNTS: z.string().optional(),
    DEMO_PASSWORD: z.string().min(12, 'is shorter than 12 characters'),
    SHOW_ACCOUNTS: z.enum(['true', 'false']).default('false'),
    TRUSTED_PROXIES: z
      .string()
      .default('127.0.0.0/8,::1')
      .transform((text, context) => {
        try {
          return readTrustedProxies(
            text
              .split(',')
              .map((each) => each.trim())
              .filter(Boolean),
          );
        } catch {
          context.addIssue('is not a list of addresses and networks');
          return z.NEVER;
        }
      }),
    COOKIE_KEYS: z
      .string()
      .transform((keys) => keys.split(','))
      .pipe(z.array(secret)),
    IMPORTER_SECRET: secret,
    SIGNING_KEYS: json(signingKeys).optional(),
    DATA_FOLDER: z.string().default('.data/identity'),
    REDIS_URL: z.url().optional(),
    CLOCK_URL: z.url().optional(),
    NODE_ENV: z.string().optional(),
  })
  .superRefine((env, context) => {
    if (env.DEMO_ACCOUNTS !== 'allowed') {
      context.addIssue({
        code: 'custom',
        path: ['DEMO_ACCOUNTS'],
        message:
          'is not "allowed". This issuer signs in the people of the demonstration, all with one password. ' +
          'Name another issuer, or set DEMO_ACCOUNTS=allowed to say that this is wanted',
      });
    }
    if (env.NODE_ENV !== 'production') return;
    if (env.DEMO_PASSWORD === knownPassword) {
      context.addIssue({
        code: 'custom',
        path: ['DEMO_PASSWORD'],
        message: 'is the one that everybody knows',
      });
    }
    if (env.SHOW_ACCOUNTS === 'true') {
      context.addIssue({ code: 'custom', path: ['SHOW_ACCOUNTS'], message: 'would publish the password' });
    }
  });

/** Reads the issuer's settings; `DEMO_PEOPLE` is a file of people, the shipped ones unless given. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const env = readEnvironment('The issuer', environment, source);
  return {
    host: env.HOST,
    port: env.PORT,
    issuerUrl: env.ISSUER_URL ?? `http://${env.HOST}:${env.PORT}`,
    webOrigin: env.WEB_ORIGIN,
    people: people.parse(JSON.parse(readFileSync(env.DEMO_PEOPLE ?? demoPeople, 'utf8'))),
    password: env.DEMO_PASSWORD,
    showAccounts: env.SHOW_ACCOUNTS === 'true',
    cookieKeys: env.COOKIE_KEYS,
    importerSecret: env.IMPORTER_SECRET,
    dataFolder: env.DATA_FOLDER,
    signingKeys: env.SIGNING_KEYS ?? null,
    logLevel: env.LOG_LEVEL,
    clockUrl: env.CLOCK_URL ?? null,
    metricsPort: env.METRICS_PORT,
    redisUrl: env.REDIS_URL,
    trustedProxies: env.TRUSTED_PROXIES,
  };
}
