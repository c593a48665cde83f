import { createHash } from 'node:crypto';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';

/**
 * Identifies what an event says: which version of what became how. Notifications, mails and jobs are unique by it, so
 * that an event which the log holds twice, under two ids, tells nobody twice. A UUID (version 8, RFC 9562 §5.8).
 */
export function effectId({ key, version, type }: Pick<LoggedEvent, 'key' | 'version' | 'type'>): string {
  const hash = createHash('sha256').update(`${key}\0${version}\0${type}`).digest();
  hash.writeUInt8(((hash[6] ?? 0) & 0x0f) | 0x80, 6);
  hash.writeUInt8(((hash[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
