import { resolve } from 'node:path';
import { readConfig as complaintConfig } from '@bekhedmetkom/complaint/config';
import { start as startComplaint } from '@bekhedmetkom/complaint/main';
import { start as startDirectory } from '@bekhedmetkom/directory/main';
import { readConfig as gatewayConfig } from '@bekhedmetkom/gateway/config';
import { start as startGateway } from '@bekhedmetkom/gateway/main';
import { readConfig as identityConfig, knownPassword } from '@bekhedmetkom/identity/config';
import { start as startIdentity } from '@bekhedmetkom/identity/main';
import { start as startKpi } from '@bekhedmetkom/kpi/main';
import { readConfig as notificationConfig } from '@bekhedmetkom/notification/config';
import { start as startNotification } from '@bekhedmetkom/notification/main';
import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import type { DemoAccess } from './demo/load.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { SubgraphName } from './subgraphs.ts';

interface Options {
  settings: Settings;
  secrets: Secrets;
  urlOf(name: SubgraphName): string;
  detail(text: string): void;
}

export interface Programs {
  demoAccess: DemoAccess;
  webEnvironment: Record<string, string>;
  /** In reverse order of starting; the next is closed whatever became of the one before. */
  close(): Promise<void>;
}

/**
 * Starts every program in this process on one in-memory bus, each with the settings that it would read from its
 * environment if it ran alone, and waits until all are ready.
 */
export async function startPrograms({ settings, secrets, urlOf, detail }: Options): Promise<Programs> {
  const bus = openMemoryBus();
  const opened: { close(): Promise<void> }[] = [bus];
  const close = async () => {
    for (const part of opened.reverse()) await part.close();
  };
  const inside = (port: number) => `http://${settings.HOST}:${port}`;
  const outside = (port: number) => `http://localhost:${port}`;
  const metricsPort = (place: number) =>
    settings.METRICS_PORT === undefined ? undefined : settings.METRICS_PORT + place;
  const metricsVariable = (place: number) => metricsPort(place)?.toString();
  const common = {
    HOST: settings.HOST,
    LOG_LEVEL: settings.LOG_LEVEL,
    INTERNAL_PUBLIC_KEY: secrets.internalPublicKey,
    INTERNAL_PRIVATE_KEY: secrets.internalPrivateKey,
    DIRECTORY_URL: inside(settings.DIRECTORY_PORT),
    COMPLAINT_URL: inside(settings.COMPLAINT_PORT),
    KPI_URL: inside(settings.KPI_PORT),
    NOTIFICATION_URL: inside(settings.NOTIFICATION_PORT),
    ISSUER_URL: outside(settings.IDENTITY_PORT),
    WEB_ORIGIN: outside(settings.WEB_PORT),
  };
  const shared = { bus };
  const start = async <T extends { ready(): Promise<void>; close(): Promise<void> }>(
    name: string,
    program: Promise<T>,
  ): Promise<void> => {
    detail(name);
    const started = await program;
    opened.push(started);
    await started.ready();
  };

  try {
    await start(
      'directory',
      startDirectory(
        {
          host: settings.HOST,
          port: settings.DIRECTORY_PORT,
          metricsPort: metricsPort(1),
          databaseUrl: urlOf('directory'),
          redisUrl: null,
          internalPublicKey: secrets.internalPublicKey,
          logLevel: settings.LOG_LEVEL,
        },
        shared,
      ),
    );
    const complaint = {
      ...common,
      PORT: String(settings.COMPLAINT_PORT),
      METRICS_PORT: metricsVariable(2),
      DATABASE_URL: urlOf('complaint'),
    };
    await start(
      'complaint',
      startComplaint(
        complaintConfig({
          ...complaint,
          CONTACT_KEY: secrets.contactKey,
          ATTACHMENTS_DIR: `${settings.DATA_DIR}/attachments`,
          CLAMAV_ADDRESS: settings.CLAMAV_ADDRESS,
        }),
        shared,
      ),
    );
    await start(
      'kpi',
      startKpi(
        {
          host: settings.HOST,
          port: settings.KPI_PORT,
          metricsPort: metricsPort(3),
          databaseUrl: urlOf('kpi'),
          redisUrl: null,
          internalPublicKey: secrets.internalPublicKey,
          internalPrivateKey: secrets.internalPrivateKey,
          complaintUrl: common.COMPLAINT_URL,
          directoryUrl: common.DIRECTORY_URL,
          logLevel: settings.LOG_LEVEL,
        },
        shared,
      ),
    );
    const notification = {
      ...common,
      PORT: String(settings.NOTIFICATION_PORT),
      METRICS_PORT: metricsVariable(4),
      DATABASE_URL: urlOf('notification'),
    };
    const mails = { MAIL_OUTBOX_PORT: String(settings.MAIL_OUTBOX_PORT) };
    await start('notification', startNotification(notificationConfig({ ...notification, ...mails }), shared));
    await start(
      'identity',
      startIdentity(
        identityConfig({
          ...common,
          PORT: String(settings.IDENTITY_PORT),
          METRICS_PORT: metricsVariable(5),
          DEMO_ACCOUNTS: 'allowed',
          DEMO_PASSWORD: settings.DEMO === 'none' ? secrets.accountsPassword : knownPassword,
          SHOW_ACCOUNTS: String(settings.DEMO !== 'none'),
          COOKIE_KEYS: secrets.issuerCookieKey,
          IMPORTER_SECRET: secrets.importerSecret,
          DATA_FOLDER: `${settings.DATA_DIR}/identity`,
        }),
      ),
    );
    const gateway = {
      ...common,
      PORT: String(settings.GATEWAY_PORT),
      METRICS_PORT: metricsVariable(0),
      STATE_FOLDER: `${settings.DATA_DIR}/gateway`,
    };
    await start('gateway', startGateway(gatewayConfig(gateway)));
  } catch (problem) {
    await close();
    throw problem;
  }

  return {
    demoAccess: {
      gatewayUrl: inside(settings.GATEWAY_PORT),
      issuerUrl: common.ISSUER_URL,
      clientSecret: secrets.importerSecret,
      complaintUrl: common.COMPLAINT_URL,
      internalPrivateKey: secrets.internalPrivateKey,
      dataDir: settings.DATA_DIR,
    },
    webEnvironment: {
      ...(settings.METRICS_PORT !== undefined && { METRICS_PORT: String(settings.METRICS_PORT + 6) }),
      LOG_LEVEL: settings.LOG_LEVEL,
      GATEWAY_URL: inside(settings.GATEWAY_PORT),
      PUBLIC_GATEWAY_URL: outside(settings.GATEWAY_PORT),
      ISSUER_URL: common.ISSUER_URL,
      WEB_ORIGIN: common.WEB_ORIGIN,
      SESSION_SECRET: secrets.sessionSecret,
      // Absolute: the web app runs in a folder of its own.
      DRAFTS_DIR: resolve(settings.DATA_DIR, 'drafts'),
    },
    close,
  };
}
