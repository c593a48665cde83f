import { describe, expect, it } from 'vitest';
import { openContactLimit } from './contact-limit.ts';

const hour = 3_600_000;
const email = (value: string) => ({ name: null, phone: null, email: value });
const open = () => openContactLimit({ most: 3, within: hour });

describe('the limit of a contact', () => {
  it('gives so many places within the time, then says when the next is free', () => {
    const limit = open();
    for (const at of [0, 1_000, 2_000])
      expect(limit.take(email('a@example.jo'), at)).toHaveProperty('giveBack');
    expect(limit.take(email('A@example.jo'), 3_000)).toEqual({ retryAfter: 3_597 });
    expect(limit.take(email('b@example.jo'), 3_000)).toHaveProperty('giveBack');
    expect(limit.take(email('a@example.jo'), hour + 1)).toHaveProperty('giveBack');
  });

  it('counts phone and e-mail each, whatever they come with', () => {
    const limit = open();
    const both = { name: 'x', phone: '+962791234567', email: 'a@example.jo' };
    for (const n of [1, 2, 3]) limit.take({ ...both, email: `other-${n}@example.jo` }, n);
    expect(limit.take(both, 4)).toHaveProperty('retryAfter');
    expect(limit.take({ ...both, phone: null }, 4)).toHaveProperty('giveBack');
  });

  it('takes a place back that nothing was filed at', () => {
    const limit = open();
    for (let n = 0; n < 10; n++) {
      const place = limit.take(email('a@example.jo'), n);
      if ('giveBack' in place) place.giveBack();
    }
    expect(limit.take(email('a@example.jo'), 11)).toHaveProperty('giveBack');
  });

  it('does not count who leaves no contact', () => {
    const limit = open();
    const none = { name: null, phone: null, email: null };
    for (let n = 0; n < 10; n++) expect(limit.take(none, n)).toHaveProperty('giveBack');
  });
});
