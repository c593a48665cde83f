import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';

const root = join(import.meta.dirname, '..');
const web = join(root, 'web');
const nextCli = createRequire(join(web, 'package.json')).resolve('next/dist/bin/next');
const stamp = join(web, '.next', 'built-from');
const made = new Set(['node_modules', '.next', 'generated', 'next-env.d.ts']);
const isMade = (path: string) =>
  path.split('/').some((part) => made.has(part)) ||
  path.endsWith('.tsbuildinfo') ||
  /\.test\.tsx?$/.test(path);

/** Builds the web app unless the last build was made from these very sources. Says whether it built. */
export async function buildWeb(onLine: (text: string) => void): Promise<boolean> {
  const sources = await hashSources();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return false;
  await run('npm', ['run', '--silent', 'codegen', '-w', 'web'], root, onLine);
  await run(process.execPath, [nextCli, 'build'], web, onLine);
  await writeFile(stamp, sources);
  return true;
}

/** Starts the built web app as a process of its own and waits until it answers. */
export async function startWeb(options: {
  host: string;
  port: number;
  environment: Record<string, string>;
}): Promise<{ url: string; close(): Promise<void> }> {
  const child = spawn(process.execPath, ['main.ts'], {
    cwd: web,
    env: { ...process.env, ...options.environment, HOST: options.host, PORT: String(options.port) },
    // The channel closes when this process dies, however it dies: the web app then ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = `http://${options.host}:${options.port}`;
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text) > 50 && output.shift());
  }
  await answering(`${url}/api/health`, child, output);
  return { url, close: () => stop(child) };
}

async function answering(url: string, child: ChildProcess, output: string[]): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(child);
  throw new StartupError(`The web app did not start. It said:\n${output.join('').trim()}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function run(command: string, args: string[], cwd: string, onLine: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        onLine(text.trim().split('\n').at(-1) ?? '');
      });
    }
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new StartupError(`"${command} ${args.join(' ')}" failed:\n${output.slice(-4_000)}`)),
    );
  });
}

/** Every file that the build reads, relative to the root: the web app without what is made, and what it imports. */
export async function webSources(): Promise<string[]> {
  const folders = ['web', 'text', 'time', 'http'];
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    ),
  );
  const shared = ['schema/api.graphql', 'package-lock.json', 'tsconfig.base.json'];
  return [...files.flat().filter((path) => !isMade(path)), ...shared].sort();
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await webSources()) hash.update(path).update(await readFile(join(root, path)));
  return hash.digest('hex');
}
