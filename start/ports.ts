import { createServer } from 'node:net';
import { StartupError } from '@bekhedmetkom/platform/errors';
import type { Settings } from './settings.ts';

const wanted = {
  WEB_PORT: 'the web app',
  GATEWAY_PORT: 'the gateway',
  DIRECTORY_PORT: 'the directory',
  COMPLAINT_PORT: 'the cases',
  KPI_PORT: 'the figures',
  NOTIFICATION_PORT: 'the notifications',
  IDENTITY_PORT: 'the sign-in',
  MAIL_OUTBOX_PORT: 'the mail outbox',
} as const;

/**
 * Makes sure that every port is free before anything starts, so that nothing is left half up.
 * @throws StartupError with one line for each taken port and the variable that moves it.
 */
export async function requireFreePorts(settings: Settings): Promise<void> {
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  const taken: string[] = [];
  for (const name of names) {
    if (!(await isFree(settings.HOST, settings[name]))) {
      taken.push(
        `Port ${settings[name]} for ${wanted[name]} is taken by another program. ` +
          `Stop that program, or choose another port: ${name}=${settings[name] + 10_000} npm start`,
      );
    }
  }
  if (taken.length > 0) throw new StartupError(taken.join('\n'));
}

/** Whether a TCP server could listen on `host:port` at this moment. */
export function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
