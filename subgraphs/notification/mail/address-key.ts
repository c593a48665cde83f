import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface AddressKeys {
  /** The keyed hash by which an address is known here; the address itself is kept nowhere in this subgraph. */
  hashOf(address: string): Buffer;
  /** What the link in a mail carries to prove that its reader has the address. Says nothing of the address. */
  tokenOf(hash: Buffer): string;
  /** The hash that a token was made for; null for anything that we did not make. */
  readToken(token: string): Buffer | null;
}

/** Derives the keys of mail addresses from a secret of the program. */
export function openAddressKeys(secret: string): AddressKeys {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `mail-address ${use}`, 32));
  const [hashKey, tokenKey] = [keyFor('hash'), keyFor('token')];
  const signatureOf = (hash: Buffer) => createHmac('sha256', tokenKey).update(hash).digest().subarray(0, 16);
  return {
    hashOf: (address) =>
      createHmac('sha256', hashKey).update(address.trim().toLowerCase()).digest().subarray(0, 16),
    tokenOf: (hash) => Buffer.concat([hash, signatureOf(hash)]).toString('base64url'),
    readToken(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== 32) return null;
      const hash = bytes.subarray(0, 16);
      return timingSafeEqual(bytes.subarray(16), signatureOf(hash)) ? hash : null;
    },
  };
}
