import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, checkView, maxViews, nameKey } from './saved-view.ts';

const view = (id: string, name = id) => ({ id, nameKey: nameKey(name) });

describe('a saved view', () => {
  it('is called like no other of the same person, whatever case and spaces', () => {
    const others = [view('1', 'Overdue'), view('2', 'طلبات متأخرة')];
    expect(checkView({ id: null, name: ' overDUE ' }, others)).toMatchObject({ refused: 'NAME_TAKEN' });
    expect(checkView({ id: null, name: 'طلبات  متأخّرة' }, others)).toMatchObject({ refused: 'NAME_TAKEN' });
    expect(checkView({ id: '1', name: 'OVERDUE' }, others)).toBeNull();
    expect(checkView({ id: '2', name: 'Overdue' }, others)).toMatchObject({ refused: 'NAME_TAKEN' });
  });

  it('may be one of fifty', () => {
    const full = Array.from({ length: maxViews }, (_, i) => view(`${i}`));
    expect(checkView({ id: null, name: 'new' }, full)).toMatchObject({ refused: 'TOO_MANY' });
    expect(checkView({ id: '7', name: 'renamed' }, full)).toBeNull();
    expect(checkView({ id: null, name: 'new' }, full.slice(1))).toBeNull();
  });

  it('is arranged without any being lost, doubled or invented', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(ids, fc.array(fc.string({ maxLength: 3 })), (known, wanted) => {
        const arranged = arrange(
          wanted,
          known.map((id) => view(id)),
        );
        expect(arranged.toSorted()).toEqual(known.toSorted());
        const first = [...new Set(wanted)].filter((id) => known.includes(id));
        expect(arranged.slice(0, first.length)).toEqual(first);
      }),
    );
  });
});
