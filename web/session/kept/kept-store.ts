/**
 * Where the web app keeps what is too large for a cookie: drafts of requests and forms that came back with errors.
 * Values are sealed before they get here (`sealed-record.ts`); a store sees neither their content nor whose they are.
 */
export interface KeptStore {
  /** The value under a key; null when there is none or it has expired. Throws when the store cannot be reached. */
  read(key: string): Promise<KeptValue | null>;
  /**
   * Writes a value and starts its life anew. `expected` is the revision that the caller has read (0: none was there).
   * `changed`: somebody wrote meanwhile, nothing was written. `full`: no new key is taken, or the value is too large.
   * Throws when the store cannot be reached.
   */
  write(key: string, value: string, options: WriteOptions): Promise<WriteOutcome>;
  /** Removes a key; nothing happens when there is none. Throws when the store cannot be reached. */
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}

export interface KeptValue {
  value: string;
  /** Counts the writes of this key, from 1. */
  revision: number;
}

export interface WriteOptions {
  /** Seconds until the value is gone. */
  lifeSeconds: number;
  expected: number;
}

export type WriteOutcome = 'written' | 'changed' | 'full';

export interface KeptLimits {
  /** Characters of one value. A sealed draft of 20,000 random letters of any script has less than 110,000. */
  maxValueLength: number;
  /** Keys at one time; what is beyond is refused, so that nobody can fill the disk or push out somebody else's draft. */
  maxKeys: number;
}

export const keptLimits: KeptLimits = { maxValueLength: 256 * 1024, maxKeys: 200_000 };

/** Keys become file names and parts of Redis keys. */
export function checkKey(key: string): string {
  if (!/^[a-f0-9]{64}$/.test(key)) throw new Error('a key of the kept store is 64 hexadecimal digits');
  return key;
}
