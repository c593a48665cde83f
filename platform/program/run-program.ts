import { StartupError } from '../errors/errors.ts';

/** What every `start(config)` gives. */
export interface Program {
  url: string;
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
  let program: Pick<Program, 'close'>;
  try {
    program = await start();
  } catch (error) {
    process.stderr.write(
      `${error instanceof StartupError ? error.message : String((error as Error)?.stack)}\n`,
    );
    process.exit(1);
  }
  let closing = false;
  const stop = async () => {
    if (closing) process.exit(1);
    closing = true;
    await program.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
