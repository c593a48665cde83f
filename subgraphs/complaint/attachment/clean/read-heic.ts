import { Worker } from 'node:worker_threads';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, opacity. */
  data: Uint8ClampedArray;
}

/** Milliseconds; a phone's picture takes one or two seconds. */
const timeoutMs = 30_000;

/**
 * The pixels of a HEIC picture, upright; nothing else of it. `TOO_LARGE` by its header, before it is unpacked;
 * null when it cannot be read.
 */
export function readHeic(path: string, pixels: number): Promise<Pixels | 'TOO_LARGE' | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./heic.worker.ts', import.meta.url), {
      workerData: { path, pixels },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stdout: true,
      stderr: true,
    });
    const late = setTimeout(() => void worker.terminate(), timeoutMs);
    let read: Pixels | 'TOO_LARGE' | null = null;
    worker.once('message', (drawn: Pixels | 'TOO_LARGE') => {
      read = drawn !== 'TOO_LARGE' && drawn.data.length === 0 ? null : drawn;
      void worker.terminate();
    });
    worker.once('error', () => {}); // The exit that follows tells.
    // Told once the worker has gone: the next file finds its memory free.
    worker.once('exit', () => {
      clearTimeout(late);
      resolve(read);
    });
  });
}
