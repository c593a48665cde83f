import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chown, cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';
import type { User } from './postgres-process.ts';

export interface Room {
  folder: string;
  /** Whom Postgres runs as; absent is ourselves. It refuses to run as root. */
  user?: User;
}

/**
 * Makes the folder that a Postgres started by us may use. Where its user may not enter (below /root, say) a
 * folder in /var/tmp stands in, always the same one for the same wish.
 */
export async function roomFor(wanted: string): Promise<Room> {
  const asked = resolve(wanted);
  if (process.getuid?.() !== 0) {
    await mkdir(asked, { recursive: true });
    return { folder: asked };
  }
  const user = postgresUser();
  const folder = mayEnter(dirname(asked), user)
    ? asked
    : join('/var/tmp', `embedded-postgres-${shortHash(asked)}`);
  await mkdir(folder, { recursive: true });
  await chown(folder, user.uid, user.gid);
  return { folder, user };
}

/** Finds the programs that came with the packages; copies them when Postgres's user may not reach them. */
export async function locateBinaries(room: Room): Promise<{ initdb: string; postgres: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  let native: string;
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(outer).resolve(`@embedded-postgres/${system}-${process.arch}`);
    native = join(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new StartupError(
      `There is no embedded Postgres for ${system} on ${process.arch}: run "npm install", or set DATABASE_URL to a Postgres of your own.`,
      { cause },
    );
  }
  if (room.user && !mayEnter(native, room.user)) {
    const copy = join(room.folder, `programs-${shortHash(native)}`);
    if (!existsSync(copy)) await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Gives the port, or the next one on which nobody listens; 0 gives any. */
export async function freePort(port: number): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate++) {
    const found = await tryPort(candidate);
    if (found) return found;
  }
  throw new StartupError(`The ports ${port} to ${port + 99} are all taken; none is left for Postgres.`);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : null));
    });
  });
}

function postgresUser(): User {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
        stdio: 'pipe',
      });
      return { uid: id('-u'), gid: id('-g') };
    } catch (cause) {
      throw new StartupError(
        'Postgres refuses to run as root, and the user "postgres" could not be made: start as another user.',
        { cause },
      );
    }
  }
}

/** Whether somebody else than root may walk down to a folder, as far as it exists. */
function mayEnter(folder: string, { uid, gid }: User): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid: owner, gid: group } = statSync(at);
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
