/**
 * What the link of a mail carries in place of the follow-up code: a signature over the case, the contact that the mail
 * went to and a moment at which it ends. It is kept nowhere, and is good for nothing once the contact changes.
 */
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The case of a link, and its applicant's contact as it is kept now (encrypted). */
interface LinkedCase {
  caseId: string;
  sealedContact: Uint8Array;
}

export interface CaseLinks {
  /** The token for a case: `L_` and 27 letters, digits, dashes and underscores. */
  issue(linked: LinkedCase, expiresAt: Date): string;
  /** Whether a token opens this case at `now`. */
  matches(token: string, linked: LinkedCase, now: Date): boolean;
}

const form = /^L_[\w-]{27}$/;
const timeBytes = 4;
const macBytes = 16;

/** Whether a text has the form of a token; what people type as a follow-up code never has. */
export function isCaseLink(secret: string): boolean {
  return form.test(secret);
}

/** Tokens under a key of the server (32 bytes or more). */
export function openCaseLinks(serverKey: Uint8Array): CaseLinks {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', serverKey, '', 'bekhedmetkom case link', 32)));
  const sign = ({ caseId, sealedContact }: LinkedCase, time: Uint8Array) =>
    createHmac('sha256', key)
      .update(caseId.replaceAll('-', ''), 'hex')
      .update(time)
      .update(sealedContact)
      .digest()
      .subarray(0, macBytes);
  return {
    issue(linked, expiresAt) {
      const time = Buffer.alloc(timeBytes);
      time.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000));
      return `L_${Buffer.concat([time, sign(linked, time)]).toString('base64url')}`;
    },
    matches(token, linked, now) {
      if (!isCaseLink(token)) return false;
      const bytes = Buffer.from(token.slice(2), 'base64url');
      // The last letter has spare bits: only one writing of a token is ours.
      if (bytes.toString('base64url') !== token.slice(2)) return false;
      const time = bytes.subarray(0, timeBytes);
      const ends = new Date(time.readUInt32BE() * 1000);
      return timingSafeEqual(sign(linked, time), bytes.subarray(timeBytes)) && now < ends;
    },
  };
}
