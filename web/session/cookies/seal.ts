import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const ivBytes = 12;
const tagBytes = 16;
const biggestPlainText = 256 * 1024;

/**
 * Encrypts a JSON value for a cookie (AES-256-GCM, compressed first). A value sealed for one `purpose`
 * cannot be opened for another.
 */
export function seal(value: unknown, purpose: string, secret: string): string {
  const plain = brotliCompressSync(JSON.stringify(value), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  });
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose, secret), iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens what {@link seal} made; null when it was altered, is of another purpose or another secret. */
export function unseal(
  sealed: string,
  purpose: string,
  secret: string,
  maxPlainBytes = biggestPlainText,
): unknown {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose, secret), bytes.subarray(0, ivBytes));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const plain = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return JSON.parse(brotliDecompressSync(plain, { maxOutputLength: maxPlainBytes }).toString('utf8'));
  } catch {
    return null;
  }
}

function keyFor(purpose: string, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'bekhedmetkom-web', purpose, 32));
}
