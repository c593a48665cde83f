import { createHmac, hkdfSync } from 'node:crypto';
import { networkOf } from '@bekhedmetkom/platform/client-address';

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
