import { fileURLToPath } from 'node:url';
import { readTrustedProxies } from '@bekhedmetkom/platform/client-address';
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { z } from 'zod';
import type { SubmissionPace } from './plugins/submission-limits.ts';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean),
);
const origins = list.pipe(z.array(z.url({ protocol: /^https?$/ })).min(1));
const supergraph = fileURLToPath(new URL('../schema/supergraph.graphql', import.meta.url));

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  LOG_LEVEL: z.string().default('info'),
  NODE_ENV: z.string().optional(),
  SUPERGRAPH: z.string().default(supergraph),
  DIRECTORY_URL: origins,
  COMPLAINT_URL: origins,
  KPI_URL: origins,
  NOTIFICATION_URL: origins,
  ISSUER_URL: z.url(),
  WEB_ORIGIN: origins,
  INTERNAL_PRIVATE_KEY: z.string(),
  REDIS_URL: z.url().optional(),
  TRUSTED_PROXIES: list.default(['127.0.0.0/8', '::1']).transform((entries, context) => {
    try {
      return readTrustedProxies(entries);
    } catch {
      context.addIssue('is not a list of addresses and networks');
      return z.NEVER;
    }
  }),
});

/** Reads the gateway's settings. Throws a StartupError that names every bad one. */
export function readConfig(source: NodeJS.ProcessEnv) {
  const env = readEnvironment('The gateway', environment, source);
  return {
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    /** The schema is not for everybody to read. */
    production: env.NODE_ENV === 'production',
    supergraphFile: env.SUPERGRAPH,
    /** Origins of the replicas of each subgraph, by its name in the supergraph. */
    subgraphs: {
      directory: env.DIRECTORY_URL,
      complaint: env.COMPLAINT_URL,
      kpi: env.KPI_URL,
      notification: env.NOTIFICATION_URL,
    } as Record<string, string[]>,
    issuer: env.ISSUER_URL,
    webOrigins: env.WEB_ORIGIN,
    internalPrivateKey: env.INTERNAL_PRIVATE_KEY,
    redisUrl: env.REDIS_URL,
    proxies: env.TRUSTED_PROXIES,
  };
}

export type Config = ReturnType<typeof readConfig> & { tuning?: Partial<Tuning> };

/** What tests and benchmarks set differently. Times in milliseconds. */
export interface Tuning {
  queryPatience: number;
  mutationPatience: number;
  streamLinger: number;
  mostStreams: number;
  /** Of one socket: operations at a time, messages, and until connection_init must have come. */
  subscriptions: number;
  messagesPerMinute: number;
  initialisation: number;
  submissions: SubmissionPace;
}

export const defaultTuning: Tuning = {
  queryPatience: 1_700,
  // A change may be large (an import), and whether it was made is unknown once it is not waited for.
  mutationPatience: 10_000,
  streamLinger: 5_000,
  mostStreams: 50_000,
  subscriptions: 20,
  messagesPerMinute: 100,
  initialisation: 5_000,
  submissions: {
    // Five times the busiest minute of the whole country: no crowd behind one address comes near it.
    address: { perSecond: 25, burst: 50, patience: 2_000 },
    person: { most: 30, within: 10 * 60_000 },
  },
};
