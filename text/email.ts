/** E-mail addresses as mail servers take them (RFC 5321). Pure, runs on servers and in browsers. */
import { normaliseLine } from './normalise.ts';

const word = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const localPart = new RegExp(`^${word}(?:\\.${word})*$`, 'i');
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const longest = { localPart: 64, domain: 253, address: 254 };

/**
 * An address as it is handed to a mail server: the domain in lower case, international names as xn--; null when it
 * is none. Taken off before: marks of direction and other invisible characters, `mailto:`, angle brackets (with the
 * name before them), a full stop at the end. Refused: local parts in quotation marks or beyond ASCII, which many
 * servers cannot deliver to; domains of one label; addresses in brackets instead of a domain.
 */
export function readEmail(typed: string): string | null {
  if (typed.length > longest.address * 4) return null;
  const written = normaliseLine(typed)
    .replace(/[\u061c\u200c-\u200f]/g, '')
    .replace(/＠/g, '@')
    .replace(/^mailto:/i, '')
    .replace(/^[^<>]*<([^<>]+)>$/, '$1')
    .replace(/\.$/, '')
    .trim();
  const at = written.lastIndexOf('@');
  if (at < 1) return null;
  const local = written.slice(0, at);
  const domain = toAsciiDomain(written.slice(at + 1));
  if (domain === null || local.length > longest.localPart || !localPart.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length <= longest.address ? address : null;
}

/** A domain in ASCII (UTS #46), or null when it is no name of a host with two labels or more. */
function toAsciiDomain(written: string): string | null {
  if (!/^[^\s/\\?#@:%[\]_<>"'(),;]+$/.test(written)) return null;
  const address = `http://${written}`;
  if (!URL.canParse(address)) return null;
  const domain = new URL(address).hostname;
  const labels = domain.split('.');
  const isNumeric = /^\d+$/.test(labels.at(-1) ?? '');
  const isHost = labels.length > 1 && !isNumeric && labels.every((one) => label.test(one));
  return isHost && domain.length <= longest.domain ? domain : null;
}
