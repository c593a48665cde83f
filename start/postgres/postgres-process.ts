import { type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface User {
  uid: number;
  gid: number;
}

export interface Running {
  pid: number;
  stop(): Promise<void>;
}

const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** Starts a program in its own session: Ctrl-C reaches only us, and we stop it when its users have closed. */
export function spawnDetached(program: string, flags: string[], log: number, user?: User): Running {
  const options: SpawnOptions = {
    detached: true,
    stdio: ['ignore', log, log],
    env: environment,
    cwd: '/',
    ...user,
  };
  const child = spawn(program, flags, options);
  const pid = child.pid ?? 0;
  child.on('error', () => {}); // Seen as a process that is not alive.
  child.unref();
  return { pid, stop: () => stopServer(pid) };
}

/** Runs a program to its end; gives its exit code and everything it said. */
export function runToEnd(
  program: string,
  flags: string[],
  user?: User,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, flags, { env: environment, cwd: '/', ...user });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Finds the server that postmaster.pid tells of. One that runs is taken over as soon as `answers` says so
 * about its port; the file of one that is gone is removed, as its number may since belong to somebody else.
 */
export async function adopt(
  data: string,
  answers: (port: number) => Promise<boolean>,
): Promise<(Running & { port: number }) | null> {
  const file = join(data, 'postmaster.pid');
  for (let attempt = 0; attempt < 100; attempt++) {
    const lines = await readFile(file, 'utf8').then(
      (text) => text.split('\n'),
      () => null,
    );
    if (!lines) return null;
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!isServerOf(pid, data)) break;
    if (await answers(port)) return { pid, port, stop: () => stopServer(pid) };
    await sleep(100);
  }
  await rm(file, { force: true });
  return null;
}

export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    return true; // No /proc here: believe the file.
  }
}

/** SIGINT is Postgres's fast shutdown, SIGQUIT its immediate one. */
async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 20) await sleep(20);
  }
}
