import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isReachable, readContact, readPhone } from './contact.ts';
import { openContactSeal } from './sealed-contact.ts';

describe('a phone number', () => {
  it.each([
    ['079 123 4567', '+962791234567'],
    ['٠٧٩١٢٣٤٥٦٧', '+962791234567'],
    ['+962 (79) 123-4567', '+962791234567'],
    ['00962791234567', '+962791234567'],
    ['06 5008080', '+96265008080'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('%s is read as %s', (typed, read) => expect(readPhone(typed)).toBe(read));

  it.each(['12345', '0711234567', '+96279', 'call me', '+', '07912345678', '1'.repeat(100)])(
    '%s is none',
    (typed) => expect(readPhone(typed)).toBeNull(),
  );
});

describe('a contact', () => {
  it('names the field that is wrong', () => {
    const { refusals } = readContact({ phone: '1', email: 'a@b' }, false);
    expect(refusals).toEqual([
      { refused: 'INVALID_PHONE', field: ['contact', 'phone'] },
      { refused: 'INVALID_EMAIL', field: ['contact', 'email'] },
    ]);
  });

  it('never keeps the name of an anonymous applicant, but a way to be told of the answer', () => {
    const { contact } = readContact({ name: 'Layla', email: 'l@example.jo' }, true);
    expect(contact).toEqual({ name: null, phone: null, email: 'l@example.jo' });
    expect(isReachable(contact)).toBe(true);
    expect(isReachable(readContact({ name: 'Layla' }, true).contact)).toBe(false);
  });

  it('may be missing altogether', () => {
    expect(readContact(null, false)).toEqual({
      contact: { name: null, phone: null, email: null },
      refusals: [],
    });
  });
});

describe('a sealed contact', () => {
  const seal = openContactSeal(randomBytes(32));
  const contact = { name: 'ليلى', phone: null, email: 'layla@example.jo' };

  it('comes back for its own case only', () => {
    const sealed = seal.seal('case-1', contact);
    if (!sealed) throw new Error('nothing was sealed');
    expect(sealed.toString('latin1')).not.toContain('layla');
    expect(seal.open('case-1', sealed)).toEqual(contact);
    expect(() => seal.open('case-2', sealed)).toThrow();
    expect(() => openContactSeal(randomBytes(32)).open('case-1', sealed)).toThrow();
  });

  it('is nothing when nothing was left', () => {
    expect(seal.seal('case-1', { name: null, phone: null, email: null })).toBeNull();
  });
});
