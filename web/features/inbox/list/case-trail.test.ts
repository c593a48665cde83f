import { describe, expect, it } from 'vitest';
import { placeIn, readTrail } from './case-trail.ts';

const trail = {
  from: '/ar/staff/inbox?view=mine',
  references: ['BK-1', 'BK-2', 'BK-3'],
  before: 0,
  total: 3,
  groups: [],
};

describe('the trail from a list to its cases', () => {
  it('knows the neighbours of a case', () => {
    expect(placeIn(trail, 'BK-2')).toEqual({
      ...{ index: 2, total: 3, ofEntity: false },
      ...{ previous: 'BK-1', next: 'BK-3' },
    });
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

  it('counts through all cases of its entity in a list by entity, which holds some of each', () => {
    const byEntity = {
      ...trail,
      groups: [
        { rows: 2, total: 12 },
        { rows: 1, total: 1 },
      ],
    };
    expect(placeIn(byEntity, 'BK-2')).toMatchObject({ index: 2, total: 12, ofEntity: true, next: 'BK-3' });
    expect(placeIn(byEntity, 'BK-3')).toMatchObject({ index: 1, total: 1, previous: 'BK-2' });
    expect(readTrail(JSON.stringify(byEntity))).toEqual(byEntity);
    expect(readTrail(JSON.stringify({ ...byEntity, groups: [null, { rows: 'x' }] }))?.groups).toEqual([
      { rows: 0, total: 0 },
      { rows: 0, total: 0 },
    ]);
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
