import { fileURLToPath } from 'node:url';
import { readTrustedProxies } from '@bekhedmetkom/platform/client-address';
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { z } from 'zod';
import { defaultTuning, type Tuning } from './tuning.ts';

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
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
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
  /** Where revoked tokens are kept across restarts; needed where there is no Redis to keep them. */
  STATE_FOLDER: z.string().optional(),
  /** How wide the limits of one address are: submissions a second; open sockets and streams. */
  SUBMISSIONS_PER_ADDRESS: z.coerce.number().positive().default(defaultTuning.submissions.address.perSecond),
  CONNECTIONS_PER_ADDRESS: z.coerce.number().int().positive().default(defaultTuning.connections.address),
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
    metricsPort: env.METRICS_PORT,
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
    stateFolder: env.STATE_FOLDER,
    proxies: env.TRUSTED_PROXIES,
    submissionsPerAddress: env.SUBMISSIONS_PER_ADDRESS,
    connectionsPerAddress: env.CONNECTIONS_PER_ADDRESS,
  };
}

export type Config = ReturnType<typeof readConfig> & { tuning?: Partial<Tuning> };
