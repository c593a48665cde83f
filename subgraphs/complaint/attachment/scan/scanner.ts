import type { Readable } from 'node:stream';

/** What a scanner says of a file. `TOO_LARGE`: it will not look at files of this size. */
export type Verdict = 'CLEAN' | 'INFECTED' | 'TOO_LARGE';

export interface Scanner {
  /** Looks through a file. Throws when there is no answer: then nothing is known of it. */
  scan(content: Readable): Promise<Verdict>;
}
