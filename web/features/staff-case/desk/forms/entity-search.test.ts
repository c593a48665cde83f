import { describe, expect, it } from 'vitest';
import { choicesLike } from './entity-search.ts';

const sectors = [
  { name: 'الصحة', entities: [{ code: 'MOH', name: 'وزارة الصحة' }] },
  {
    name: 'المياه',
    entities: [
      { code: 'MIYAHUNA', name: 'شركة مياه الأردن – مياهنا' },
      { code: 'MWI', name: 'وزارة المياه والري' },
    ],
  },
];
const codes = (typed: string, keep = '', except: string | null = null) =>
  choicesLike(sectors, typed, { except, keep }).found.flatMap(({ entities }) =>
    entities.map(({ code }) => code),
  );

describe('typing an entity', () => {
  it('leaves all of them until something is typed', () => {
    expect(codes('')).toEqual(['MOH', 'MIYAHUNA', 'MWI']);
    expect(codes('', '', 'MWI')).toEqual(['MOH', 'MIYAHUNA']);
  });

  it('finds a part of a name, in any spelling, and a code', () => {
    expect(codes('الصحه')).toEqual(['MOH']);
    expect(codes('الاردن')).toEqual(['MIYAHUNA']);
    expect(codes('مياه')).toEqual(['MIYAHUNA', 'MWI']);
    expect(codes('وزارة مياه')).toEqual(['MWI']);
    expect(codes('mwi')).toEqual(['MWI']);
    expect(codes('بلدية')).toEqual([]);
  });

  it('keeps what was chosen in the list, and names the only one that fits', () => {
    expect(codes('صحة', 'MWI')).toEqual(['MOH', 'MWI']);
    expect(choicesLike(sectors, 'صحة', { except: null, keep: 'MWI' })).toMatchObject({
      count: 1,
      only: 'MOH',
    });
    expect(choicesLike(sectors, 'وزارة', { except: null, keep: '' }).only).toBeNull();
  });
});
