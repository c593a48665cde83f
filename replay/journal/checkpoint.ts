/** How far a replay came, kept in a file, so that it goes on where it stopped. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';

const shape = z.object({
  /** What is replayed: file, size, map, mode and gateway. Another one has another file, or is refused. */
  of: z.string(),
  /** Everything before this line is done. */
  nextLine: z.int().min(1),
  finished: z.boolean(),
});
export type Checkpoint = z.infer<typeof shape>;

/** Reads where an earlier run stopped; null when there was none. */
export async function readCheckpoint(path: string, of: string): Promise<Checkpoint | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const read = shape.safeParse(safeJson(text));
  if (!read.success) throw new StartupError(`${path} is no checkpoint of a replay. Delete it to start anew.`);
  if (read.data.of !== of) {
    throw new StartupError(
      `${path} belongs to another replay (${read.data.of}). Delete it, or name another with --checkpoint.`,
    );
  }
  return read.data;
}

/** Writes the file anew beside the old one and swaps them, so that a crash leaves one of the two whole. */
export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(checkpoint));
  await rename(`${path}.new`, path);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
