import { readEnvironment } from '@bekhedmetkom/platform/config';
import { z } from 'zod';

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** With the role `directory`. */
  databaseUrl: string;
  /** Where wake-ups travel; null only when a bus is shared within the process. */
  redisUrl: string | null;
  /** JWK of whoever signs internal identities. */
  internalPublicKey: string;
  logLevel: string;
  /** Where the metrics are served; nowhere unless given. */
  metricsPort?: number | undefined;
}

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(4001),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' }),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'is not a redis:// address' }),
  INTERNAL_PUBLIC_KEY: z.string().startsWith('{', 'is not a JWK'),
  LOG_LEVEL: z.string().default('info'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

/** Reads the directory's settings. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const env = readEnvironment('The directory', environment, source);
  return {
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    internalPublicKey: env.INTERNAL_PUBLIC_KEY,
    logLevel: env.LOG_LEVEL,
    metricsPort: env.METRICS_PORT,
  };
}
