import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ownLimits } from '../../../test/harness/own-limits.ts';
import { openContactLimit } from './contact-limit.ts';

const email = (value: string) => ({ name: null, phone: null, email: value });
const open = () => openContactLimit(ownLimits(), { points: 3, duration: 3_600 });

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

describe('the limit of a contact', () => {
  it('gives so many places within the time, then says when the next is free', async () => {
    const limit = open();
    for (let n = 0; n < 3; n++) {
      expect(await limit.take(email('a@example.jo'))).toHaveProperty('giveBack');
      vi.advanceTimersByTime(1_000);
    }
    expect(await limit.take(email('A@example.jo'))).toEqual({ retryAfter: 3_597 });
    expect(await limit.take(email('b@example.jo'))).toHaveProperty('giveBack');
    vi.advanceTimersByTime(3_597_001);
    expect(await limit.take(email('a@example.jo'))).toHaveProperty('giveBack');
  });

  it('does not wait longer because of tries that were refused', async () => {
    const limit = open();
    for (let n = 0; n < 50; n++) await limit.take(email('a@example.jo'));
    vi.advanceTimersByTime(3_600_001);
    for (let n = 0; n < 3; n++) expect(await limit.take(email('a@example.jo'))).toHaveProperty('giveBack');
  });

  it('counts phone and e-mail each, whatever they come with', async () => {
    const limit = open();
    const both = { name: 'x', phone: '+962791234567', email: 'a@example.jo' };
    for (const n of [1, 2, 3]) await limit.take({ ...both, email: `other-${n}@example.jo` });
    for (let n = 0; n < 5; n++) expect(await limit.take(both)).toHaveProperty('retryAfter');
    // What was refused because of the phone took no place of the e-mail address.
    expect(await limit.take({ ...both, phone: null })).toHaveProperty('giveBack');
  });

  it('takes a place back that nothing was filed at', async () => {
    const limit = open();
    for (let n = 0; n < 10; n++) {
      const place = await limit.take(email('a@example.jo'));
      if ('giveBack' in place) await place.giveBack();
    }
    expect(await limit.take(email('a@example.jo'))).toHaveProperty('giveBack');
  });

  it('does not count who leaves no contact', async () => {
    const limit = open();
    const none = { name: null, phone: null, email: null };
    for (let n = 0; n < 10; n++) expect(await limit.take(none)).toHaveProperty('giveBack');
  });
});
