/**
 * Words of confidential reports at rest, whoever wrote them: AES-256-GCM under a key of their own, bound to their case,
 * in the columns that hold other cases' words (`case-texts.ts`). A sealed text begins with U+0001, which no text of a
 * person does (`readText` drops control characters), so that it cannot be mistaken for one.
 */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { CaseType } from '@bekhedmetkom/schema/events/vocabulary';
import type { Point } from '../location/location.ts';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const mark = '\u0001sealed:';

export interface SealedWords {
  /** The sealed form of a text; one that is sealed already stays as it is. */
  seal(caseId: string, text: string): string;
  /** The form in which a text of this case is kept: sealed when the case is a confidential report. */
  keep<Text extends string | null>(kase: KeptCase, text: Text): Text | string;
  /** The text as it was written, whether it was sealed or not; throws when the bytes were changed. */
  open(caseId: string, kept: string): string;
  /** Whether a sealed text is bound to this case. */
  isOf(caseId: string, kept: string): boolean;
  /** A row of a case with these fields as they were written. */
  openRow<Row extends { caseId: string }>(row: Row, ...fields: TextField<Row>[]): Row;
  sealPoint(caseId: string, point: Point): Buffer;
  openPoint(caseId: string, kept: Buffer): Point;
}

/** What tells whether a case is confidential. */
export interface KeptCase {
  id: string;
  type: CaseType;
  anonymous: boolean;
  restricted: boolean;
}

type TextField<Row> = { [F in keyof Row]: Row[F] extends string | null ? F : never }[keyof Row];

/** Whether what is written in a case is kept encrypted, and found by no search. */
export function isConfidential(kase: Omit<KeptCase, 'id'>): boolean {
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

  const seal = (caseId: string, text: string): string =>
    isSealed(text) ? text : `${mark}${encrypt(caseId, text).toString('base64')}`;
  const open = (caseId: string, kept: string): string =>
    isSealed(kept) ? decrypt(caseId, Buffer.from(kept.slice(mark.length), 'base64')) : kept;

  return {
    seal,
    open,
    isOf(caseId, kept) {
      try {
        open(caseId, kept);
        return true;
      } catch {
        return false;
      }
    },
    keep: (kase, text) => (text === null || !isConfidential(kase) ? text : seal(kase.id, text)),
    openRow(row, ...fields) {
      const opened = { ...row };
      for (const field of fields) {
        const kept = row[field];
        if (typeof kept === 'string') Object.assign(opened, { [field]: open(row.caseId, kept) });
      }
      return opened;
    },
    sealPoint: (caseId, point) => encrypt(caseId, JSON.stringify(point)),
    openPoint: (caseId, kept) => JSON.parse(decrypt(caseId, kept)) as Point,
  };
}
