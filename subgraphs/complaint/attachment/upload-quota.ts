/**
 * How much may be sent in an hour without a case. Counted in memory only, so that no trace remains. Many people
 * share one address (a carrier's network, an office): what one sender may send is counted by the request that is
 * being written, or the person; an address has as much as many of them need.
 */
export interface Uploader {
  /** Who is signed in; counted alone, whatever others do at the same address. */
  subject: string | null;
  /** Id of the request that is being written, as the client says; empty when it says none. */
  session: string;
  /** Opaque key of the address. */
  client: string;
}

export interface UploadQuota {
  /** Whether one more upload of so many bytes may begin; it is counted then. */
  admit(uploader: Uploader, bytes: number): boolean;
}

interface Limit {
  uploads: number;
  bytes: number;
}

interface Used extends Limit {
  since: number;
}

const hour = 3_600_000;
const ofSession: Limit = { uploads: 60, bytes: 600_000_000 };
const ofPerson: Limit = { uploads: 300, bytes: 3_000_000_000 };
const ofAddress: Limit = { uploads: 1_000, bytes: 10_000_000_000 };
/** Keys that are remembered; the one that was quiet longest is forgotten first. */
const mostKeys = 50_000;

/** `now` in milliseconds. */
export function openUploadQuota(now: () => number = Date.now): UploadQuota {
  const used = new Map<string, Used>();

  function usedBy(key: string): Used {
    const at = now();
    const before = used.get(key);
    return before && at - before.since < hour ? before : { since: at, uploads: 0, bytes: 0 };
  }

  return {
    admit({ subject, session, client }, bytes) {
      const keys: [string, Limit][] =
        subject === null ? [[`address ${client}`, ofAddress]] : [[`person ${subject}`, ofPerson]];
      if (subject === null && session !== '') keys.push([`session ${session}`, ofSession]);
      const fits = keys.every(([key, most]) => {
        const so = usedBy(key);
        return so.uploads < most.uploads && so.bytes + bytes <= most.bytes;
      });
      if (!fits) return false;
      for (const [key] of keys) {
        const so = usedBy(key);
        used.delete(key);
        used.set(key, { since: so.since, uploads: so.uploads + 1, bytes: so.bytes + bytes });
      }
      while (used.size > mostKeys) used.delete(used.keys().next().value ?? '');
      return true;
    },
  };
}
