import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A program that the tests need and npm cannot bring. */
interface Prerequisite {
  what: string;
  /** Names under which it may be on the PATH, best first. */
  names: string[];
  /** Names its place when it is not on the PATH. */
  variable: string;
  /** The Debian package that brings it. */
  debian: string;
}

export const redis: Prerequisite = {
  what: 'Redis',
  names: ['redis-server'],
  variable: 'REDIS_SERVER',
  debian: 'redis-server',
};
export const chromium: Prerequisite = {
  what: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  variable: 'CHROMIUM',
  debian: 'chromium',
};
export const clamd: Prerequisite = {
  what: 'ClamAV',
  names: ['clamd'],
  variable: 'CLAMD',
  debian: 'clamav-daemon',
};

/**
 * The path of a program that the tests need: named by its variable, found on the PATH, or installed with apt when
 * we may.
 * @throws Error that says in a sentence how to get it.
 */
export async function findOrInstall(need: Prerequisite): Promise<string> {
  const found = process.env[need.variable] ?? (await onPath(need.names));
  if (found) return found;
  if (process.getuid?.() === 0 && (await onPath(['apt-get']))) {
    process.stdout.write(`  … ${need.what} is not here; installing it with apt-get\n`);
    await execute('apt-get', ['update']);
    await execute('apt-get', ['install', '-y', '--no-install-recommends', need.debian], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    });
    const installed = await onPath(need.names);
    if (installed) return installed;
  }
  throw new Error(
    `The tests need ${need.what}. Install it (on Debian or Ubuntu: sudo apt-get install ${need.debian}) ` +
      `or name its program: ${need.variable}=/path/to/${need.names[0]} npm test`,
  );
}

// Where Debian puts daemons, which is on the PATH of root only.
const forDaemons = ['/usr/sbin', '/usr/local/sbin'];

async function onPath(names: string[]): Promise<string | null> {
  for (const name of names) {
    for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...forDaemons]) {
      const path = join(folder, name);
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  return null;
}
