import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmail } from './email.ts';

describe('an e-mail address', () => {
  it.each([
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['user@bücher.example', 'user@xn--bcher-kva.example'],
    ['info@موقع.الاردن', 'info@xn--4gbrim.xn--mgbayh7gpa'],
    ['A.B+c_d@Sub.Example.COM', 'A.B+c_d@sub.example.com'],
    [' \u200fa@b.jo\u200b ', 'a@b.jo'],
    ['a@exam\u00adple.com', 'a@example.com'],
    ['user＠example.com', 'user@example.com'],
    ['mailto:x@y.jo', 'x@y.jo'],
    ['Layla Hasan <layla@example.jo>', 'layla@example.jo'],
    ['x@y.jo.', 'x@y.jo'],
    ['!#$%&*+/=?^_`{|}~-@example.org', '!#$%&*+/=?^_`{|}~-@example.org'],
    [`${'a'.repeat(64)}@b.co`, `${'a'.repeat(64)}@b.co`],
  ])('%j is read as %s', (typed, read) => expect(readEmail(typed)).toBe(read));

  it.each([
    '',
    'abc@',
    '@example.com',
    'a@b',
    'a..b@example.com',
    '.a@example.com',
    'a.@example.com',
    'a b@example.com',
    'a@b@example.com',
    'a@b.co,c@d.co',
    '"a"@example.com',
    'a@[1.2.3.4]',
    'a@1.2.3.4',
    'a@-b.com',
    'a@b-.com',
    'a@b..com',
    'a@b_c.com',
    'a@b.com/x',
    'a@b.com:25',
    'a\r\nBcc: b@c.de@d.com',
    'ليلى@example.com',
    `${'a'.repeat(65)}@b.co`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(125)}example.com`,
  ])('%j is none', (typed) => expect(readEmail(typed)).toBeNull());

  it('is taken as fast-check makes them, and is the same when read again', () => {
    fc.assert(
      fc.property(fc.emailAddress({ size: 'small' }), (address) => {
        const read = readEmail(address);
        expect(read?.toLowerCase()).toBe(address.toLowerCase());
        expect(readEmail(read ?? '')).toBe(read);
      }),
    );
  });
});
