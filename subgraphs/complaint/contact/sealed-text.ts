/** Text at rest: AES-256-GCM, bound to what it belongs to. */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export interface TextSeal {
  /** Nonce, tag and ciphertext. `owner` is the key of the row that the text belongs to. */
  seal(owner: string, text: string): Buffer;
  /** Throws when the bytes were changed, belong to another owner, or the key is another one. */
  open(owner: string, sealed: Buffer): string;
}

/** Seals with the key as it is (32 bytes), or with one derived from it for one purpose. */
export function openTextSeal(bytes: Uint8Array, purpose?: string): TextSeal {
  const own = purpose === undefined ? bytes : Buffer.from(hkdfSync('sha256', bytes, '', purpose, 32));
  const key = createSecretKey(own);
  return {
    seal(owner, text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(owner, sealed) {
      const iv = sealed.subarray(0, ivBytes);
      const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      const body = [decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()];
      return Buffer.concat(body).toString('utf8');
    },
  };
}
