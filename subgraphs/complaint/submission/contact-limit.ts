/**
 * How often one phone number or e-mail address may be given with a submission: it may be a stranger's, who is told of
 * each. Counted in all processes together, under keyed hashes, so that no address is kept.
 */
import { type Claim, type Limits, secondsOf, takeAll } from '@bekhedmetkom/platform/limits';
import type { Contact } from '../contact/contact.ts';

export interface ContactPace {
  /** Submissions within `duration` seconds of the first. */
  points: number;
  duration: number;
}

export interface ContactLimit {
  /**
   * Takes a place for a submission with this contact: gives how to return it, when nothing was filed after all, or
   * the seconds until the next place is free.
   */
  take(contact: Contact): Promise<{ giveBack(): Promise<void> } | { retryAfter: number }>;
}

export function openContactLimit(limits: Limits, pace: ContactPace): ContactLimit {
  const limit = limits.counted('submissions-of-contact', pace);

  return {
    async take({ phone, email }) {
      const claims: Claim[] = [];
      if (phone !== null) claims.push({ limit, key: `phone ${phone}` });
      if (email !== null) claims.push({ limit, key: `email ${email.toLowerCase()}` });
      const taken = await takeAll(claims);
      return 'wait' in taken ? { retryAfter: secondsOf(taken.wait) } : taken;
    },
  };
}
