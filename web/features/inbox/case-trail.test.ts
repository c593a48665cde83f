import { describe, expect, it } from 'vitest';
import { placeIn, readTrail } from './case-trail.ts';

const trail = {
  from: '/ar/staff/inbox?view=mine',
  references: ['BK-1', 'BK-2', 'BK-3'],
  before: 0,
  total: 3,
};

describe('the trail from a list to its cases', () => {
  it('knows the neighbours of a case', () => {
    expect(placeIn(trail, 'BK-2')).toEqual({ index: 2, total: 3, previous: 'BK-1', next: 'BK-3' });
    expect(placeIn(trail, 'BK-3')).toMatchObject({ next: null });
  });

  it('counts through the whole list, not through the page that was loaded', () => {
    const second = { ...trail, before: 25, total: 29 };
    expect(placeIn(second, 'BK-2')).toMatchObject({ index: 27, total: 29 });
    expect(placeIn({ ...second, total: 0 }, 'BK-3')).toMatchObject({ index: 28, total: 28 });
    expect(
      readTrail('{"from":"/ar/staff/inbox","references":["BK-1"],"before":-1,"total":"x"}'),
    ).toMatchObject({
      before: 0,
      total: 0,
    });
  });

  it('is silent about a case that was opened from elsewhere', () => {
    expect(placeIn(trail, 'BK-9')).toBeNull();
    expect(placeIn(null, 'BK-1')).toBeNull();
  });

  it('believes nothing that is not a trail, and no address of another site', () => {
    expect(readTrail(JSON.stringify(trail))).toEqual(trail);
    expect(readTrail('{"from":"//evil.example","references":[]}')).toBeNull();
    expect(readTrail('not json')).toBeNull();
  });
});
