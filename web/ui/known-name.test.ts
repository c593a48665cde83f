import { describe, expect, it } from 'vitest';
import { knownName } from './known-name.ts';

const words = { none: 'Entity unknown', away: 'Name cannot be shown now' };

describe('the name of what a record refers to', () => {
  it('is what the directory calls it', () => {
    expect(knownName({ name: 'Ministry of Health' }, { code: 'MOH' }, words)).toBe('Ministry of Health');
  });

  it('cannot be shown while the directory is away, and is not said to be unknown', () => {
    expect(knownName(null, { code: 'MOH' }, words)).toBe(words.away);
  });

  it('is unknown where there is nothing', () => {
    expect(knownName(null, null, words)).toBe(words.none);
  });
});
