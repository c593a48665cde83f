/** Reads the command line and the environment of a replay, once. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';

const usage = `npm run replay -- FILE --map MAP [--mode history|live] [--speed N] …

  FILE               a CSV file of 311 records
  --map MAP          nyc311, baltimore311, or the path of a map file
  --mode MODE        history (default): cases with the times their records bear, marked as imported
                     live: cases submitted now, and handled in the time their dates stand for
  --speed N          cases a second (live: 1; history: as fast as they are taken)
  --day SECONDS      live: how long a day of the record lasts (10)
  --run NAME         live: another name files the same records once more
  --checkpoint PATH  where it is kept how far the replay came (DATA_DIR/replay/…)
  --refused PATH     where refused rows are listed (FILE.refused.csv in this folder)
  --dropped PATH     where dropped cells are listed (FILE.dropped.csv in this folder)
  --again            begin at the first row although an earlier replay came further
`;

const port = z.coerce.number().int().min(1).max(65_535);
const environment = z.object({
  GATEWAY_URL: z.url().optional(),
  ISSUER_URL: z.url().optional(),
  /** As `npm start` was told. */
  HOST: z.string().default('127.0.0.1'),
  GATEWAY_PORT: port.default(4000),
  IDENTITY_PORT: port.default(4005),
  DATA_DIR: z.string().min(1).default('.data'),
  IMPORTER_SECRET: z.string().min(1).optional(),
});

export interface ReplayConfig {
  file: string;
  map: string;
  mode: 'history' | 'live';
  perSecond: number | null;
  secondsPerDay: number;
  run: string;
  again: boolean;
  gatewayUrl: string;
  issuerUrl: string;
  importerSecret: string;
  checkpointPath: string;
  refusedPath: string;
  droppedPath: string;
}

/** Throws a StartupError that says what is missing or wrong, with the usage. */
export function readConfig(args: string[], source: NodeJS.ProcessEnv): ReplayConfig {
  const { values, file } = readArguments(args);
  const env = readEnvironment('replay', environment, source);
  const mode = values.mode ?? 'history';
  if (mode !== 'history' && mode !== 'live') throw wrong(`--mode is history or live, not "${mode}".`);
  if (!values.map) throw wrong('--map is missing.');
  const run = values.run ?? '';
  const name = basename(file);
  const of = [name, basename(values.map, '.json'), mode, run].filter(Boolean).join('.');
  return {
    file,
    map: values.map,
    mode,
    run,
    perSecond: readNumber('--speed', values.speed),
    secondsPerDay: readNumber('--day', values.day) ?? 10,
    again: values.again ?? false,
    gatewayUrl: env.GATEWAY_URL ?? `http://${env.HOST}:${env.GATEWAY_PORT}`,
    issuerUrl: env.ISSUER_URL ?? `http://${env.HOST}:${env.IDENTITY_PORT}`,
    importerSecret: env.IMPORTER_SECRET ?? readSecret(join(env.DATA_DIR, 'secrets.json')),
    checkpointPath: values.checkpoint ?? join(env.DATA_DIR, 'replay', `${of}.json`),
    refusedPath: values.refused ?? `${name}.refused.csv`,
    droppedPath: values.dropped ?? `${name}.dropped.csv`,
  };
}

function readArguments(args: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    map: text,
    mode: text,
    speed: text,
    day: text,
    run: text,
    checkpoint: text,
    refused: text,
    dropped: text,
    again: { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('Name one file.');
    return { values, file };
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!(Number.isFinite(value) && value > 0)) throw wrong(`${name} is a number above 0, not "${text}".`);
  return value;
}

function readSecret(secretsFile: string): string {
  const kept = z.object({ importerSecret: z.string().min(1) });
  const read = existsSync(secretsFile)
    ? kept.safeParse(JSON.parse(readFileSync(secretsFile, 'utf8')))
    : undefined;
  if (read?.success) return read.data.importerSecret;
  throw new StartupError(
    `IMPORTER_SECRET is missing, and there is no ${secretsFile} of a started platform. DATA_DIR names its folder.`,
  );
}

const wrong = (sentence: string) => new StartupError(`${sentence}\n\n${usage}`);
