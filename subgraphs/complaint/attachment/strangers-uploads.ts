/** How much somebody without a case may send in an hour. Counted in memory only, so that no trace remains. */
export interface StrangersUploads {
  /** Whether the caller of this opaque key may begin one more upload of so many bytes. */
  admit(client: string, bytes: number): boolean;
}

interface Used {
  since: number;
  uploads: number;
  bytes: number;
}

const hour = 3_600_000;
const most = { uploads: 60, bytes: 600_000_000, callers: 20_000 };

/** `now` in milliseconds. Many people behind one address share its part. */
export function openStrangersUploads(now: () => number = Date.now): StrangersUploads {
  const used = new Map<string, Used>();
  return {
    admit(client, bytes) {
      const at = now();
      const before = used.get(client);
      const so = before && at - before.since < hour ? before : { since: at, uploads: 0, bytes: 0 };
      if (so.uploads + 1 > most.uploads || so.bytes + bytes > most.bytes) return false;
      used.delete(client);
      used.set(client, { since: so.since, uploads: so.uploads + 1, bytes: so.bytes + bytes });
      // The one that was quiet longest is forgotten first.
      if (used.size > most.callers) used.delete(used.keys().next().value ?? '');
      return true;
    },
  };
}
