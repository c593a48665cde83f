import { StartupError } from '../errors/errors.ts';

/** What every `start(config)` gives. */
export interface Program {
  url: string;
  /** Where its metrics are served, if they are. */
  metricsUrl?: string | undefined;
  /** Resolves when it can do its work; rejects with what is missing. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs a program as the process: closes it on SIGTERM or SIGINT (a second one ends the process at once), and
 * tells a person in a plain sentence why it cannot start. For the end of a main.ts:
 * `if (import.meta.main) await runProgram(() => start(readConfig(process.env)));`
 */
export async function runProgram(start: () => Promise<Pick<Program, 'close'>>): Promise<void> {
  let stopping = false;
  const started = Promise.withResolvers<Pick<Program, 'close'>>();
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    const program = await started.promise;
    await program.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    started.resolve(await start());
  } catch (error) {
    process.stderr.write(
      `${error instanceof StartupError ? error.message : String((error as Error)?.stack)}\n`,
    );
    process.exit(1);
  }
}
