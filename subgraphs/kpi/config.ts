import { readEnvironment } from '@bekhedmetkom/platform/config';
import { z } from 'zod';

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** With the role `kpi`. */
  databaseUrl: string;
  /** Where wake-ups travel; null only when a bus is shared within the process. */
  redisUrl: string | null;
  /** JWK of whoever signs internal identities. */
  internalPublicKey: string;
  /** JWK to sign our own with, for the programs whose logs we follow. */
  internalPrivateKey: string;
  /** Origins, without a path. */
  complaintUrl: string;
  directoryUrl: string;
  logLevel: string;
  /** Where the metrics are served; nowhere unless given. */
  metricsPort?: number | undefined;
}

const origin = z.url({ protocol: /^https?$/, error: 'is not an http:// address' });
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(4003),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' }),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'is not a redis:// address' }),
  INTERNAL_PUBLIC_KEY: z.string().startsWith('{', 'is not a JWK'),
  INTERNAL_PRIVATE_KEY: z.string().startsWith('{', 'is not a JWK'),
  COMPLAINT_URL: origin.default('http://127.0.0.1:4002'),
  DIRECTORY_URL: origin.default('http://127.0.0.1:4001'),
  LOG_LEVEL: z.string().default('info'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

/** Reads the settings of the KPI subgraph. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const env = readEnvironment('The KPI subgraph', environment, source);
  return {
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    internalPublicKey: env.INTERNAL_PUBLIC_KEY,
    internalPrivateKey: env.INTERNAL_PRIVATE_KEY,
    complaintUrl: env.COMPLAINT_URL.replace(/\/$/, ''),
    directoryUrl: env.DIRECTORY_URL.replace(/\/$/, ''),
    logLevel: env.LOG_LEVEL,
    metricsPort: env.METRICS_PORT,
  };
}
