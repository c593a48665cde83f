/** Contacts at rest: AES-256-GCM, bound to their case. */
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { Contact } from './contact.ts';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export interface ContactSeal {
  /** Nonce, tag and ciphertext; null when there is nothing to keep. */
  seal(caseId: string, contact: Contact): Buffer | null;
  /** Throws when the bytes were changed, belong to another case, or the key is another one. */
  open(caseId: string, sealed: Buffer): Contact;
}

/** Seals with a key of 32 bytes. */
export function openContactSeal(bytes: Uint8Array): ContactSeal {
  const key = createSecretKey(bytes);
  return {
    seal(caseId, contact) {
      if (contact.name === null && contact.phone === null && contact.email === null) return null;
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(caseId));
      const body = Buffer.concat([cipher.update(JSON.stringify(contact), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(caseId, sealed) {
      const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(caseId));
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      const body = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
      return JSON.parse(body.toString('utf8')) as Contact;
    },
  };
}
