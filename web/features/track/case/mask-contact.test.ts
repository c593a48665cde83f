import { describe, expect, it } from 'vitest';
import { maskEmail, maskPhone } from './mask-contact.ts';

describe('a contact on the page', () => {
  it.each([
    ['layla@example.jo', 'l•••a@example.jo'],
    ['al@example.jo', 'a•••@example.jo'],
    ['"odd@name"@example.jo', '"•••"@example.jo'],
  ])('is an address that only its owner recognises: %s', (address, shown) => {
    expect(maskEmail(address)).toBe(shown);
  });

  it('is the end of a number', () => {
    expect(maskPhone('+962791234567')).toBe('+962 ••• ••• 567');
    expect(maskPhone('+353861234567')).toBe('••• ••• 567');
  });
});
