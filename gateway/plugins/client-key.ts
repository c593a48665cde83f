import { createHmac, hkdfSync } from 'node:crypto';
import { isIP } from 'node:net';

/**
 * Opens the naming of callers by an opaque key: a keyed hash of the address under a secret that every
 * gateway derives from the signing key, anew each day (UTC). So limits count together across gateways,
 * while no address is stored or logged, and none can be found out from the key without that secret.
 */
export function openClientKeys(privateKey: string): (address: string) => string {
  let day = '';
  let secret: Buffer = Buffer.alloc(0);
  return (address) => {
    const today = new Date().toISOString().slice(0, 10);
    if (today !== day) {
      day = today;
      secret = Buffer.from(hkdfSync('sha256', privateKey, today, 'client-key', 32));
    }
    return createHmac('sha256', secret).update(networkOf(address)).digest('base64url').slice(0, 22);
  };
}

// One caller commonly has a whole /64 of IPv6 addresses.
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
