import { BlockList, isIP } from 'node:net';

/** Reads trusted proxies: addresses and networks in CIDR notation (10.0.0.0/8). Throws on anything else. */
export function readTrustedProxies(list: readonly string[]): BlockList {
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

/**
 * The address of the client: from the right of `X-Forwarded-For` and the peer of the connection, the first that is no
 * trusted proxy. What stands left of it was written by the client itself and is not believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  proxies: BlockList,
): string {
  const seen = forwarded?.slice(-longestHeader).split(',').map(withoutPort) ?? [];
  for (const address of [...seen, peer ?? ''].reverse()) {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const version = isIP(plain);
    if (version === 0) break;
    if (!proxies.check(plain, version === 4 ? 'ipv4' : 'ipv6')) return plain;
  }
  return peer ?? '';
}

/** Of what clients may write before it, so much is read from the end. */
const longestHeader = 1_000;

/** Some proxies add the port: 203.0.113.1:4711, [2001:db8::1]:4711. */
function withoutPort(entry: string): string {
  const text = entry.trim();
  return /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}
