import { describe, expect, it } from 'vitest';
import { extendTo, keepShown, nothingPicked, toggle, toggleAll } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('picking rows', () => {
  it('picks a row and lets it go again', () => {
    const one = toggle(nothingPicked, 'b');
    expect(one.picked).toEqual(['b']);
    expect(toggle(one, 'b').picked).toEqual([]);
  });

  it('draws a range from the row that was picked last, in either direction', () => {
    const from = toggle(nothingPicked, 'c');
    expect(extendTo(from, order, 'e').picked).toEqual(['c', 'd', 'e']);
    expect([...extendTo(from, order, 'a').picked].sort()).toEqual(['a', 'b', 'c']);
  });

  it('keeps what was picked before when a range is drawn', () => {
    const two = toggle(toggle(nothingPicked, 'a'), 'd');
    expect([...extendTo(two, order, 'e').picked].sort()).toEqual(['a', 'd', 'e']);
  });

  it('begins a range at the row itself when nothing was picked', () => {
    expect(extendTo(nothingPicked, order, 'b')).toEqual({ picked: ['b'], anchor: 'b' });
  });

  it('picks all, and none when all are picked', () => {
    const all = toggleAll(toggle(nothingPicked, 'b'), order);
    expect(all.picked).toEqual(order);
    expect(toggleAll(all, order)).toEqual(nothingPicked);
  });

  it('lets go of what is no longer on the screen', () => {
    const two = toggle(toggle(nothingPicked, 'a'), 'e');
    expect(keepShown(two, ['a', 'b'])).toEqual({ picked: ['a'], anchor: null });
    expect(keepShown(two, order)).toBe(two);
  });
});
