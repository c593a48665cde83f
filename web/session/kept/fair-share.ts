/** How much one client address may add to the store, so that nobody fills it for all others. Pure but for its memory. */

export interface ShareLimits {
  /** Milliseconds after which a share begins anew. */
  windowMs: number;
  /** New records in a window: many people may be behind one address. */
  maxRecords: number;
  /** Characters written in a window, changes of a record included. */
  maxLength: number;
  /** Addresses that are remembered; of more, the one that was seen first is forgotten. */
  maxAddresses: number;
}

const defaults: ShareLimits = {
  windowMs: 60 * 60 * 1_000,
  maxRecords: 600,
  maxLength: 32 * 1024 * 1024,
  maxAddresses: 10_000,
};

export interface FairShare {
  /** Counts a write; false when it is beyond the share of the address. */
  take(address: string, write: { isNew: boolean; length: number }, now: number): boolean;
}

export function openFairShare(limits: ShareLimits = defaults): FairShare {
  const shares = new Map<string, { until: number; records: number; length: number }>();
  return {
    take(address, { isNew, length }, now) {
      const key = networkOf(address);
      let share = shares.get(key);
      if (!share || share.until <= now) {
        shares.delete(key);
        share = { until: now + limits.windowMs, records: 0, length: 0 };
        shares.set(key, share);
        const [first] = shares.keys();
        if (shares.size > limits.maxAddresses && first !== undefined) shares.delete(first);
      }
      const records = share.records + (isNew ? 1 : 0);
      if (records > limits.maxRecords || share.length + length > limits.maxLength) return false;
      share.records = records;
      share.length += length;
      return true;
    },
  };
}

/** The last address of `X-Forwarded-For`: the one that our own proxy, or the socket, has seen. */
export function addressIn(forwardedFor: string | null): string {
  return forwardedFor?.split(',').at(-1)?.trim() ?? '';
}

/** Of IPv6 the first 64 bits: the rest is chosen by the client. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace(/^::ffff:/, '');
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}
