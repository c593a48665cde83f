/**
 * Words of confidential reports at rest: AES-256-GCM under a key of their own, bound to their case, in the columns that
 * hold other cases' words. A sealed text begins with U+0001, which no text of a person does (`readText` drops control
 * characters), so that it cannot be mistaken for one.
 */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { CaseType } from '@bekhedmetkom/schema/events/vocabulary';
import type { Point } from '../location/location.ts';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const mark = '\u0001sealed:';

export interface SealedWords {
  /** The form in which a text of a case is kept. */
  seal(caseId: string, text: string): string;
  /** The text as it was written, whether it was sealed or not; throws when the bytes were changed. */
  open(caseId: string, kept: string): string;
  sealPoint(caseId: string, point: Point): Buffer;
  openPoint(caseId: string, kept: Buffer): Point;
}

/** Whether what the applicant writes in a case is kept encrypted, and found by no search. */
export function isConfidential(kase: { type: CaseType; anonymous: boolean; restricted: boolean }): boolean {
  return kase.type === 'REPORT' && (kase.anonymous || kase.restricted);
}

/** Whether a kept text is sealed. */
export function isSealed(kept: string): boolean {
  return kept.startsWith(mark);
}

/** Seals under a key derived from the server's, of 32 bytes. */
export function openSealedWords(serverKey: Uint8Array): SealedWords {
  const label = 'bekhedmetkom confidential words';
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', serverKey, '', label, 32)));

  function encrypt(caseId: string, text: string): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
    cipher.setAAD(Buffer.from(caseId));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  function decrypt(caseId: string, sealed: Buffer): string {
    const iv = sealed.subarray(0, ivBytes);
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(caseId));
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
      'utf8',
    );
  }

  return {
    seal: (caseId, text) => `${mark}${encrypt(caseId, text).toString('base64')}`,
    open(caseId, kept) {
      if (!isSealed(kept)) return kept;
      return decrypt(caseId, Buffer.from(kept.slice(mark.length), 'base64'));
    },
    sealPoint: (caseId, point) => encrypt(caseId, JSON.stringify(point)),
    openPoint: (caseId, kept) => JSON.parse(decrypt(caseId, kept)) as Point,
  };
}
