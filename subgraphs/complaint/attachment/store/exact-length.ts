import { Transform } from 'node:stream';

/** Passes bytes on and fails unless there are exactly so many. */
export function exactLength(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(new Error(`more than the ${bytes} bytes that were announced`));
      else done(null, chunk);
    },
    flush(done) {
      done(seen === bytes ? null : new Error(`${seen} bytes came of the ${bytes} that were announced`));
    },
  });
}
