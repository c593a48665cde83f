import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Proxies that are believed about the address of a client: networks, each with the bits of its prefix. */
export type TrustedProxies = readonly [Address, number][];

/** Reads trusted proxies: addresses and networks in CIDR notation (10.0.0.0/8). Throws on anything else. */
export function readTrustedProxies(list: readonly string[]): TrustedProxies {
  return list.map((entry) => {
    const [text = '', bits] = entry.split('/');
    const address = readAddress(text);
    if (!address) throw new Error(`${entry} is not an address or network`);
    if (bits !== undefined) return ipaddr.parseCIDR(`${address.toString()}/${bits}`);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  });
}

/**
 * The address of the client: from the right of `X-Forwarded-For` and the peer of the connection, the first that is no
 * trusted proxy. What stands left of it was written by the client itself and is not believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  proxies: TrustedProxies,
): string {
  const seen = forwarded?.slice(-maxHeader).split(',').map(withoutPort) ?? [];
  for (const text of [...seen, peer ?? ''].reverse()) {
    const address = readAddress(text);
    if (!address) break;
    const isProxy = ipaddr.subnetMatch(address, { proxy: [...proxies] }, 'client') === 'proxy';
    if (!isProxy) return address.toString();
  }
  return peer ?? '';
}

/**
 * The network that counts as one caller: an IPv4 address itself, the /64 of an IPv6 one, which one caller commonly has
 * as a whole. A text that is no address is given back as it is.
 */
export function networkOf(text: string): string {
  const address = readAddress(text);
  if (!address) return text;
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${withoutZone(address)}/64`).toString();
}

/** Of what clients may write before it, so much is read from the end. */
const maxHeader = 1_000;

/** Some proxies add the port: 203.0.113.1:4711, [2001:db8::1]:4711. */
function withoutPort(entry: string): string {
  const text = entry.trim();
  return /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}

/** An IPv4 address in four decimal parts or an IPv6 one; IPv4 written as IPv6 is IPv4. */
function readAddress(text: string): Address | null {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isAddress ? ipaddr.process(text) : null;
}

function withoutZone(address: ipaddr.IPv6): string {
  return address.toString().replace(/%.*$/, '');
}
