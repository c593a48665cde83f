import { join } from 'node:path';
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { z } from 'zod';

const port = (otherwise: number) => z.coerce.number().int().min(1).max(65_535).default(otherwise);

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  WEB_PORT: port(3000),
  GATEWAY_PORT: port(4000),
  DIRECTORY_PORT: port(4001),
  COMPLAINT_PORT: port(4002),
  KPI_PORT: port(4003),
  NOTIFICATION_PORT: port(4004),
  IDENTITY_PORT: port(4005),
  MAIL_OUTBOX_PORT: port(4006),
  /** The first of seven ports at which the programs serve their metrics; without it they serve none. */
  METRICS_PORT: z.coerce.number().int().min(1).max(65_000).optional(),
  POSTGRES_PORT: port(54_320),
  DATA_DIR: z
    .string()
    .min(1)
    .default(join(import.meta.dirname, '..', '.data')),
  /** `full`: people and cases of a demonstration; `accounts`: the people alone; `none`: neither known password nor case. */
  DEMO: z.enum(['full', 'accounts', 'none']).default('full'),
  /** `host:port` of a clamd; without one attachments are not scanned. */
  CLAMAV_ADDRESS: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

/** Everything `npm start` lets its environment decide; each has a default. */
export type Settings = z.infer<typeof environment>;

/** @throws StartupError naming every setting that makes no sense. */
export function readSettings(source: NodeJS.ProcessEnv): Settings {
  return readEnvironment('npm start', environment, source);
}
