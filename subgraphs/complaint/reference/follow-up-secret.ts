/**
 * The secret that opens a case to whoever filed it. 100 bits, shown once, kept only as a salted, peppered
 * argon2id hash.
 */
import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { encodeCrockford, toSymbols } from '@bekhedmetkom/text/crockford';
import { hashRawSync } from '@node-rs/argon2';

const symbols = 20;
/**
 * Small on purpose: argon2's cost protects guessable passwords, and this is 100 random bits behind a pepper
 * (see README.md). One hash takes some 50 µs, less than handing it to another thread and waiting would.
 * Argon2id is the library's default.
 */
const cost = { memoryCost: 64, timeCost: 2, parallelism: 1, outputLen: 32 };
const saltBytes = 16;

export interface FollowUpSecrets {
  /**
   * The secret of the submission with this idempotency key, e.g. `7Q4M-K2XD-9F3B-WE5T-0A2C`. The same key
   * gives the same secret, so that a repeated submission can show it again though nobody can read it back.
   */
  derive(idempotencyKey: string): string;
  /** A fresh one that nobody has seen. */
  generate(): string;
  /** Salt and hash, to be kept. */
  hash(secret: string): Buffer;
  /** Whether what was typed is the secret; tolerant of case, dashes, ٠–٩ and confusable letters. */
  matches(typed: string, kept: Buffer): boolean;
}

/** Secrets under a key of the server (32 bytes or more). */
export function openFollowUpSecrets(serverKey: Uint8Array): FollowUpSecrets {
  const subkey = (label: string) => Buffer.from(hkdfSync('sha256', serverKey, '', label, 32));
  const deriving = createSecretKey(subkey('bekhedmetkom follow-up secret'));
  const pepper = subkey('bekhedmetkom follow-up pepper');
  const digest = (secret: string, salt: Uint8Array) => hashRawSync(secret, { ...cost, salt, secret: pepper });
  return {
    derive(idempotencyKey) {
      const mac = createHmac('sha256', deriving).update(idempotencyKey).digest();
      return group(encodeCrockford(mac, symbols));
    },
    generate: () => group(encodeCrockford(randomBytes(13), symbols)),
    hash(secret) {
      const salt = randomBytes(saltBytes);
      return Buffer.concat([salt, digest(toSymbols(secret), salt)]);
    },
    matches(typed, kept) {
      const bare = typed.length > 100 ? '' : toSymbols(typed);
      const found = digest(bare || '-', kept.subarray(0, saltBytes));
      return timingSafeEqual(found, kept.subarray(saltBytes));
    },
  };
}

function group(bare: string): string {
  return bare.match(/.{4}/g)?.join('-') ?? bare;
}
