import { randomUUID } from 'node:crypto';

/** A UUIDv7 (RFC 9562): the moment in milliseconds, then 74 random bits, so that ids sort by time. */
export function uuidV7(at: number): string {
  const time = at.toString(16).padStart(12, '0');
  // Bits of a random UUID, which Node draws many at a time; its variant bits are those of version 7 too.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
