/**
 * How much may be sent in an hour without a case. Counted in all processes together under keyed hashes that are
 * forgotten after the hour, so that no trace remains. Many people share one address (a carrier's network, an office):
 * what one sender may send is counted by the request that is being written, or the person; an address has as much as
 * many of them need.
 */
import { type Claim, type Limits, takeAll } from '@bekhedmetkom/platform/limits';

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
  admit(uploader: Uploader, bytes: number): Promise<boolean>;
}

const hour = 3_600;
const most = {
  session: { uploads: 60, bytes: 600_000_000 },
  person: { uploads: 300, bytes: 3_000_000_000 },
  address: { uploads: 1_000, bytes: 10_000_000_000 },
};

export function openUploadQuota(limits: Limits): UploadQuota {
  const quotaOf = (whose: keyof typeof most) => {
    const uploads = limits.counted(`uploads-of-${whose}`, { points: most[whose].uploads, duration: hour });
    const sent = limits.counted(`bytes-of-${whose}`, { points: most[whose].bytes, duration: hour });
    return (key: string, bytes: number): Claim[] => [
      { limit: uploads, key },
      { limit: sent, key, by: bytes },
    ];
  };
  const ofSession = quotaOf('session');
  const ofPerson = quotaOf('person');
  const ofAddress = quotaOf('address');

  return {
    async admit({ subject, session, client }, bytes) {
      const claims = subject === null ? ofAddress(client, bytes) : ofPerson(subject, bytes);
      if (subject === null && session !== '') claims.push(...ofSession(session, bytes));
      return 'giveBack' in (await takeAll(claims));
    },
  };
}
