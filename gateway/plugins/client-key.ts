import { createHmac, hkdfSync } from 'node:crypto';
import { BlockList, isIP } from 'node:net';

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

/** Reads the trusted proxies: addresses and networks (10.0.0.0/8). Throws on anything else. */
export function readProxies(list: readonly string[]): BlockList {
  const proxies = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const version = isIP(address);
    if (version === 0) throw new Error(`${entry} is not an address or network`);
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return proxies;
}

/** The address of the caller: the last one in X-Forwarded-For that is not a trusted proxy of ours. */
export function addressOf(
  peer: string | undefined,
  forwarded: string | undefined,
  proxies: BlockList,
): string {
  const chain = [...(forwarded?.split(',').map((each) => each.trim()) ?? []), peer ?? ''];
  for (const address of chain.reverse()) {
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    const version = isIP(plain);
    if (version === 0) break;
    if (!proxies.check(plain, version === 4 ? 'ipv4' : 'ipv6')) return plain;
  }
  return peer ?? '';
}
