import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const secret = 'a secret of the server, long enough';

describe('a sealed cookie', () => {
  it('gives back what was put in, in any script', () => {
    const value = { text: 'لم تصلنا المياه منذ تسعة أيام 🚰', list: [1, null] };
    expect(unseal(seal(value, 'draft', secret), 'draft', secret)).toEqual(value);
  });

  it('shows nothing of what it holds', () => {
    const sealed = seal({ secret: '7Q4M-K2XD' }, 'receipt', secret);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('7Q4M');
  });

  it('does not open for another purpose, with another secret, or after a change', () => {
    const sealed = seal('x', 'draft', secret);
    expect(unseal(sealed, 'receipt', secret)).toBeNull();
    expect(unseal(sealed, 'draft', `${secret}!`)).toBeNull();
    const changed = Buffer.from(sealed, 'base64url');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(unseal(changed.toString('base64url'), 'draft', secret)).toBeNull();
  });

  it('takes rubbish for nothing', () => {
    expect(unseal('', 'draft', secret)).toBeNull();
    expect(unseal('not sealed at all, but long enough to be looked at', 'draft', secret)).toBeNull();
  });
});
