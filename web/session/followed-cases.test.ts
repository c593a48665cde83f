import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type FollowedCase, sealToFit } from './followed-cases.ts';
import { unseal } from './seal.ts';

const secret = 'a secret of the server, long enough';
const opened = (sealed: string) => unseal(sealed, 'followed', secret) as FollowedCase[];
const kase = (subject: string): FollowedCase => ({
  reference: `BK-2026-${randomBytes(4).toString('hex').toUpperCase()}-7`,
  secret: randomBytes(12).toString('hex').toUpperCase(),
  subject,
  entity: 'MOH',
});

describe('the cases followed on a device', () => {
  it('keep the beginning of their subjects', () => {
    const [one] = opened(sealToFit([kase('ا'.repeat(100))], secret));
    expect(one?.subject).toBe('ا'.repeat(60));
  });

  it('fit into one cookie, whatever was written: none of them is lost', () => {
    const random = () =>
      String.fromCodePoint(...Array.from(randomBytes(100), (byte, at) => 0x20000 + byte * 100 + at));
    const twelve = Array.from({ length: 12 }, () => kase(random()));
    const sealed = sealToFit(twelve, secret);
    expect(sealed.length).toBeLessThanOrEqual(3_800);
    expect(opened(sealed).map(({ reference, secret: code }) => [reference, code])).toEqual(
      twelve.map(({ reference, secret: code }) => [reference, code]),
    );
  });
});
