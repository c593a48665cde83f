import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isReachable, readContact } from './contact.ts';
import { openContactSeal } from './sealed-contact.ts';

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

  it('is kept in the form that telephones and mail servers take', () => {
    const { contact, refusals } = readContact(
      { name: '\u200fليلى\u00a0حسن', phone: '\u200b+962 (0)79 ١٢٣ ٤٥٦٧', email: ' user@bücher.example' },
      false,
    );
    expect(refusals).toEqual([]);
    expect(contact).toEqual({
      name: 'ليلى حسن',
      phone: '+962791234567',
      email: 'user@xn--bcher-kva.example',
    });
  });

  it('that shows nothing is none', () => {
    const { contact, refusals } = readContact({ name: '\u200f', phone: '\u200b ', email: '\u2060' }, false);
    expect([contact, refusals]).toEqual([{ name: null, phone: null, email: null }, []]);
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
