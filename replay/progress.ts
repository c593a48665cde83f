/** What a person sees while a replay runs. */
import { createReadStream } from 'node:fs';
import { SingleBar } from 'cli-progress';
import type { Observer, Summary } from './run-replay.ts';

export interface ProgressBar extends Observer {
  stop(): void;
}

/** Opens a bar on standard error for a file; where that is no terminal, a line every five seconds. */
export function openProgressBar(file: string): ProgressBar {
  const bar = new SingleBar({
    format:
      '{bar} {percentage}% · line {value} of {total} · {filed} filed, {refused} refused · {rate} a second{note}',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    hideCursor: true,
    barsize: 24,
  });
  let lines = 0;
  let startedAt = 0;
  return {
    async start() {
      lines = await countLines(file);
      startedAt = Date.now();
      bar.start(lines, 0, { filed: 0, refused: 0, rate: 0, note: '' });
    },
    progress({ line, filed, refused }) {
      const rate = Math.round((filed + refused) / Math.max(1, (Date.now() - startedAt) / 1000));
      bar.update(Math.min(line, lines), { filed, refused, rate, note: '' });
    },
    wait(reason, wait) {
      bar.update({ note: ` · ${reason}; trying again in ${Math.ceil(wait / 1000)} s` });
    },
    stop() {
      if (startedAt > 0) bar.stop();
    },
  };
}

/** Says in sentences what became of the rows. */
export function describeSummary(summary: Summary, refusedPath: string, droppedPath: string): string {
  const rate = Math.round(summary.rows / Math.max(1, summary.seconds));
  const lines = [
    `${summary.rows} rows read${summary.from > 2 ? ` (going on from line ${summary.from})` : ''}, ` +
      `${summary.filed} filed, ${summary.repeated} repeated (a key that the file had before), ` +
      `${summary.refused} refused; ${Math.round(summary.seconds)} s, ${rate} a second.`,
    ...summary.refusedBecause.map(([reason, count]) => `  ${count} × ${reason}`),
    ...(summary.refused > 0 ? [`The refused rows, with line and reason: ${refusedPath}`] : []),
    ...(summary.dropped > 0
      ? [`${summary.dropped} cells could not be true and were left out of their cases:`]
      : []),
    ...summary.droppedBecause.map(([reason, count]) => `  ${count} × ${reason}`),
    ...(summary.dropped > 0 ? [`The dropped cells, with line and reason: ${droppedPath}`] : []),
    ...(summary.finished ? [] : ['Stopped. The same command goes on where this one ended.']),
  ];
  return lines.join('\n');
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path)) {
    for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
  }
  return lines;
}
