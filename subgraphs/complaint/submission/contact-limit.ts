/**
 * How often one phone number or e-mail address may be given with a submission: it may be a stranger's, who is told of
 * each. Counted by each process in its memory, under a key that lives as long as the process, so that no address is
 * kept and the way of a submission stays as short as it was.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Contact } from '../contact/contact.ts';

export interface ContactPace {
  /** Submissions within `within` milliseconds. */
  most: number;
  within: number;
}

export interface ContactLimit {
  /**
   * Takes a place for a submission with this contact, at a moment in milliseconds: gives how to return it, when
   * nothing was filed after all, or the seconds until the next place is free.
   */
  take(contact: Contact, now: number): { giveBack(): void } | { retryAfter: number };
}

/** Contacts remembered at once; the one that was used longest ago goes first. */
const remembered = 100_000;

export function openContactLimit({ most, within }: ContactPace): ContactLimit {
  const key = randomBytes(32);
  const used = new Map<string, number[]>();

  const keyOf = (kind: string, value: string | null): string[] =>
    value === null ? [] : [createHmac('sha256', key).update(`${kind} ${value}`).digest('base64')];

  function recent(hash: string, now: number): number[] {
    return (used.get(hash) ?? []).filter((at) => at > now - within);
  }

  function put(hash: string, moments: number[]): void {
    used.delete(hash);
    if (moments.length > 0) used.set(hash, moments);
    for (const oldest of used.keys()) {
      if (used.size <= remembered) break;
      used.delete(oldest);
    }
  }

  return {
    take({ phone, email }, now) {
      const hashes = [...keyOf('phone', phone), ...keyOf('email', email?.toLowerCase() ?? null)];
      const full = hashes.map((hash) => recent(hash, now)).filter((moments) => moments.length >= most);
      if (full.length > 0) {
        const free = Math.max(...full.map((moments) => (moments.at(-most) ?? now) + within));
        return { retryAfter: Math.max(1, Math.ceil((free - now) / 1000)) };
      }
      for (const hash of hashes) put(hash, [...recent(hash, now), now]);
      return {
        giveBack() {
          for (const hash of hashes) {
            const moments = used.get(hash) ?? [];
            const place = moments.lastIndexOf(now);
            if (place >= 0) put(hash, moments.toSpliced(place, 1));
          }
        },
      };
    },
  };
}
