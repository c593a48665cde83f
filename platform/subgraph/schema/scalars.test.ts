import type { GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fromGlobalId, keyOfGlobalId, toGlobalId } from './global-id.ts';
import { GraphQLDateTime, GraphQLLocalDate, GraphQLURL } from './scalars.ts';

const badInput = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

function refuses(scalar: GraphQLScalarType, values: unknown[]) {
  for (const value of values) expect(() => scalar.parseValue(value), String(value)).toThrow(badInput);
}

describe('DateTime', () => {
  it('is given in Jordan’s offset, whatever it was', () => {
    const shown = '2026-03-01T02:30:00.000+03:00';
    expect(GraphQLDateTime.serialize('2018-01-15T08:00:00Z')).toBe('2018-01-15T10:00:00.000+02:00');
    expect(GraphQLDateTime.serialize(new Date('2026-02-28T23:30:00Z'))).toBe(shown);
    expect(GraphQLDateTime.serialize('2026-02-28T23:30:00.000Z')).toBe(shown);
    expect(GraphQLDateTime.parseValue(shown)).toEqual(new Date('2026-02-28T23:30:00Z'));
  });

  it('refuses what has no offset or does not exist', () => {
    refuses(GraphQLDateTime, [
      '2026-03-01T02:30:00',
      '2026-02-30T00:00:00Z',
      '2026-03-01T25:00:00Z',
      'now',
      5,
      null,
    ]);
  });
});

describe('LocalDate', () => {
  it('is a day that exists', () => {
    expect(GraphQLLocalDate.parseValue('2028-02-29')).toBe('2028-02-29');
    refuses(GraphQLLocalDate, [
      '2026-02-29',
      '2026-13-01',
      '26-01-01',
      '2026-01-01T00:00:00Z',
      '0000-01-01',
      20260101,
    ]);
  });
});

describe('URL', () => {
  it('is http or https', () => {
    expect(GraphQLURL.parseValue('https://example.org/a')).toBe('https://example.org/a');
    refuses(GraphQLURL, ['javascript:alert(1)', 'file:///etc/passwd', '/relative', '']);
  });
});

describe('a global id', () => {
  it('comes back as the type and key it was made of', () => {
    expect(fromGlobalId(toGlobalId('Book', 'a:b/ع'))).toEqual({ type: 'Book', key: 'a:b/ع' });
    expect(keyOfGlobalId('Book', toGlobalId('Book', '7'))).toBe('7');
  });

  it('is refused when it is not one of ours', () => {
    for (const id of [
      '',
      'Book:1',
      Buffer.from('Book').toString('base64url'),
      `${toGlobalId('Book', '1')}=`,
    ]) {
      expect(() => fromGlobalId(id)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
      expect(keyOfGlobalId('Book', id)).toBeNull();
    }
    expect(keyOfGlobalId('Reader', toGlobalId('Book', '1'))).toBeNull();
  });
});
