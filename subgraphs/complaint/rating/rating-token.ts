/**
 * What a rating link carries: which case, which round, until when; signed, so that nobody can make one up.
 * It is kept nowhere: whether it was used is seen on the case.
 */
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface RatingPermit {
  caseId: string;
  cycle: number;
  /** The link is of no use from then on. Whole seconds, UTC. */
  expiresAt: Date;
}

export interface RatingTokens {
  /** The token of a permit: 51 letters, digits, dashes and underscores. */
  issue(permit: RatingPermit): string;
  /** What a token permits at `now`; null for one that is not ours, or no longer good. */
  read(token: string, now: Date): RatingPermit | null;
}

const idBytes = 16;
const bodyBytes = idBytes + 2 + 4;
const macBytes = 16;
const form = /^[\w-]{51}$/;

/** Tokens under a key of the server (32 bytes or more). */
export function openRatingTokens(serverKey: Uint8Array): RatingTokens {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', serverKey, '', 'bekhedmetkom rating link', 32)));
  const sign = (body: Uint8Array) => createHmac('sha256', key).update(body).digest().subarray(0, macBytes);
  return {
    issue({ caseId, cycle, expiresAt }) {
      const body = Buffer.alloc(bodyBytes);
      body.write(caseId.replaceAll('-', ''), 'hex');
      body.writeUInt16BE(cycle, idBytes);
      body.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), idBytes + 2);
      return Buffer.concat([body, sign(body)]).toString('base64url');
    },
    read(token, now) {
      if (!form.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      const body = bytes.subarray(0, bodyBytes);
      if (!timingSafeEqual(sign(body), bytes.subarray(bodyBytes))) return null;
      const expiresAt = new Date(body.readUInt32BE(idBytes + 2) * 1000);
      if (now >= expiresAt) return null;
      const hex = body.toString('hex', 0, idBytes);
      const caseId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      return { caseId, cycle: body.readUInt16BE(idBytes), expiresAt };
    },
  };
}
