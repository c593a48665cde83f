import { readEnvironment } from '@bekhedmetkom/platform/config';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';
import {
  type AttachmentSettings,
  attachmentEnvironment,
  readAttachmentSettings,
} from './attachment/setup/attachment-settings.ts';

const shape = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4002),
  DATABASE_URL: z.url(),
  /** For background jobs, which need sessions: the database itself where DATABASE_URL names a pooler. */
  JOBS_DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url().optional(),
  LOG_LEVEL: z.string().default('info'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  ESCALATION: z.stringbool().default(true),
  SUBMISSIONS_PER_CONTACT: z.coerce.number().int().min(1).default(10),
  INTERNAL_PUBLIC_KEY: z.string(),
  INTERNAL_PRIVATE_KEY: z.string(),
  DIRECTORY_URL: z.url(),
  CONTACT_KEY: z.base64().refine((key) => Buffer.from(key, 'base64').length === 32, {
    message: 'must be 32 bytes in base64',
  }),
  ...attachmentEnvironment,
});

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  databaseUrl: string;
  /** With the same role, without a pooler in between. */
  jobsDatabaseUrl: string;
  /** Null: the bus is shared by whoever starts it. */
  redisUrl: string | null;
  logLevel: string;
  /** Where the metrics are served; nowhere unless given. */
  metricsPort?: number | undefined;
  /** Whether this process lets cases escalate and time out; any number may. */
  escalation: boolean;
  /** Submissions of people with one phone number or e-mail address within an hour. */
  submissionsPerContact: number;
  internalPublicKey: string;
  internalPrivateKey: string;
  directoryUrl: string;
  /** 32 bytes: seals contacts; what secrets and idempotency keys are hashed under is derived from it. */
  contactKey: Uint8Array;
  attachments: AttachmentSettings;
}

/** Reads the settings of the complaint subgraph. Throws a StartupError that lists what is wrong. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const env = readEnvironment('complaint', shape, source);
  return {
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    jobsDatabaseUrl: env.JOBS_DATABASE_URL ?? env.DATABASE_URL,
    redisUrl: env.REDIS_URL ?? null,
    logLevel: env.LOG_LEVEL,
    metricsPort: env.METRICS_PORT,
    escalation: env.ESCALATION,
    submissionsPerContact: env.SUBMISSIONS_PER_CONTACT,
    internalPublicKey: env.INTERNAL_PUBLIC_KEY,
    internalPrivateKey: env.INTERNAL_PRIVATE_KEY,
    directoryUrl: env.DIRECTORY_URL,
    contactKey: Buffer.from(env.CONTACT_KEY, 'base64'),
    attachments: readAttachmentSettings(env, (variable) => {
      throw new StartupError(
        `complaint cannot start, its environment is not right:\n  ${variable}: is missing beside S3_BUCKET`,
      );
    }),
  };
}
