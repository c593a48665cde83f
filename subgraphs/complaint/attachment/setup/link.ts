/** Short-lived links to a file: whoever has one may open that file of that case, until it expires. */
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

export type Variant = 'file' | 'preview';

export interface FileLinks {
  /** A path under /files, good for five minutes. */
  make(attachmentId: string, caseId: string, variant: Variant): string;
  /** Whether a token opens this variant of this file of this case now. */
  opens(token: string, attachmentId: string, caseId: string, variant: Variant): boolean;
}

const lifetimeSeconds = 300;

/**
 * Links under a key derived from the server's (32 bytes). `now` gives milliseconds. The end is rounded up to
 * no moment: each link lives its five minutes and no longer.
 */
export function openFileLinks(serverKey: Uint8Array, now: () => number = Date.now): FileLinks {
  const key = createSecretKey(
    Buffer.from(hkdfSync('sha256', serverKey, '', 'bekhedmetkom attachment links', 32)),
  );
  const seal = (ends: string, attachmentId: string, caseId: string, variant: Variant): Buffer =>
    createHmac('sha256', key).update([ends, attachmentId, caseId, variant].join('\n')).digest();
  return {
    make(attachmentId, caseId, variant) {
      const ends = Math.floor(now() / 1000 + lifetimeSeconds).toString(36);
      const mac = seal(ends, attachmentId, caseId, variant).toString('base64url');
      return `/files/${attachmentId}/${variant}/${ends}.${mac}`;
    },
    opens(token, attachmentId, caseId, variant) {
      const [, ends = '', mac = ''] = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(token) ?? [];
      const right = seal(ends, attachmentId, caseId, variant);
      const given = Buffer.from(mac, 'base64url');
      const left = Number.parseInt(ends, 36) - now() / 1000;
      return (
        given.length === right.length && timingSafeEqual(given, right) && left > 0 && left <= lifetimeSeconds
      );
    },
  };
}
