import type { Readable } from 'node:stream';

/** Part of a file: from `start` up to, not including, `end`. */
export interface Range {
  start: number;
  end: number;
}

/** Where files are kept, by key (`[a-z0-9-]` and `/`). Every implementation passes one contract suite. */
export interface FileStorage {
  /**
   * Keeps content of exactly so many bytes, in the place of what was there. When the stream fails or has
   * another length it rejects, and nothing is under the key.
   */
  put(key: string, content: Readable, bytes: number): Promise<void>;
  /** Opens what is kept, or a range of it; null when there is nothing under the key. */
  open(key: string, range?: Range): Promise<Readable | null>;
  /** Removes what is kept; also when there is nothing. */
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}

const keyShape = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** Throws for a key that could mean something else than a place of ours. */
export function checkKey(key: string): void {
  if (!keyShape.test(key) || key.length > 200) throw new Error(`not a key of the file storage: ${key}`);
}
