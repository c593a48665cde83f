import { readEnvironment } from '@bekhedmetkom/platform/config';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4004),
  LOG_LEVEL: z.string().default('info'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' }),
  /** For background jobs, which need sessions: the database itself where DATABASE_URL names a pooler. */
  JOBS_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' }).optional(),
  /** Absent in the embedded form only, whose programs share one bus in memory. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'is not a redis:// address' }).optional(),
  INTERNAL_PUBLIC_KEY: z.string().startsWith('{', 'is not a JWK'),
  INTERNAL_PRIVATE_KEY: z.string().startsWith('{', 'is not a JWK'),
  DIRECTORY_URL: z.url(),
  COMPLAINT_URL: z.url(),
  WEB_ORIGIN: z.url(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/@[^@\s<>]+>?$/, 'is not an address, nor a name and <an address>')
    .optional(),
  MAIL_OUTBOX_PORT: port.default(4006),
});

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  logLevel: string;
  /** Where the metrics are served; nowhere unless given. */
  metricsPort?: number | undefined;
  /** With the role `notification`. */
  databaseUrl: string;
  /** With the same role, without a pooler in between. */
  jobsDatabaseUrl: string;
  /** Where wake-ups travel; null only when a bus is shared within the process. */
  redisUrl: string | null;
  internalPublicKey: string;
  /** To follow other programs' logs and to ask for the case of a mail. */
  internalPrivateKey: string;
  directoryUrl: string;
  complaintUrl: string;
  webOrigin: string;
  /** Null in the embedded form: mails go to a page of our own. */
  smtpUrl: string | null;
  mailFrom: string;
  mailOutboxPort: number;
}

const embeddedSender = 'بخدمتكم <no-reply@bekhedmetkom.example>';

/** Reads the settings of the notification subgraph. Throws a StartupError that lists what is wrong. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const env = readEnvironment('notification', environment, source);
  if (env.SMTP_URL ? !env.MAIL_FROM : env.REDIS_URL) {
    throw new StartupError(
      'notification cannot start, its environment is not right:\n' +
        '  SMTP_URL and MAIL_FROM: one of them is missing (only the embedded form does without a mail server)',
    );
  }
  return {
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    metricsPort: env.METRICS_PORT,
    databaseUrl: env.DATABASE_URL,
    jobsDatabaseUrl: env.JOBS_DATABASE_URL ?? env.DATABASE_URL,
    redisUrl: env.REDIS_URL ?? null,
    internalPublicKey: env.INTERNAL_PUBLIC_KEY,
    internalPrivateKey: env.INTERNAL_PRIVATE_KEY,
    directoryUrl: env.DIRECTORY_URL,
    complaintUrl: env.COMPLAINT_URL,
    webOrigin: env.WEB_ORIGIN,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? embeddedSender,
    mailOutboxPort: env.MAIL_OUTBOX_PORT,
  };
}
