import { describe, expect, it } from 'vitest';
import { heard, looked, mayBeSent, since } from './conflict.ts';

describe('a case that moves on while somebody writes', () => {
  const opened = { seen: 3, newest: 3 };

  it('holds back sending from the moment a newer version is heard of', () => {
    expect(mayBeSent(opened)).toBe(true);
    expect(mayBeSent(heard(opened, 4))).toBe(false);
  });

  it('sends again once the viewer has looked', () => {
    expect(mayBeSent(looked(heard(opened, 4), 4))).toBe(true);
  });

  it('stays held back when it moved again while the viewer looked', () => {
    expect(mayBeSent(looked(heard(heard(opened, 4), 5), 4))).toBe(false);
  });

  it('is not held back by a replay of what was seen already', () => {
    expect(mayBeSent(heard(opened, 2))).toBe(true);
  });

  it('tells what happened since, in order', () => {
    const entries = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    expect(since(entries, 'a')).toEqual([{ id: 'b' }, { id: 'c' }]);
    expect(since(entries, 'c')).toEqual([]);
    expect(since(entries, null)).toEqual(entries);
  });
});
