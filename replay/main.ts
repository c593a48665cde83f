/** npm run replay: the command. */
import { StartupError } from '@bekhedmetkom/platform/errors';
import { type ReplayConfig, readConfig } from './config.ts';
import { describeSummary, openProgressBar } from './progress.ts';
import { runReplay } from './run-replay.ts';

async function run(config: ReplayConfig): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const bar = openProgressBar(config.file);
  const summary = await runReplay({ ...config, signal: stop.signal, observer: bar }).finally(() =>
    bar.stop(),
  );
  console.log(describeSummary(summary, config.refusedPath, config.droppedPath));
  return summary.finished ? 0 : 130;
}

try {
  process.exitCode = await run(readConfig(process.argv.slice(2), process.env));
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
