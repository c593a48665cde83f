import { describe, expect, it } from 'vitest';
import { type LiveRow, onListNews, openList } from './live-list.ts';

const row = (id: string, version = 1): LiveRow => ({ id, version });
const list = openList([row('a'), row('b'), row('c')]);
const order = (rows: readonly LiveRow[]) => rows.map((one) => one.id).join('');

describe('a live inbox', () => {
  it('renews a changed case in its place and marks it', () => {
    const next = onListNews(list, { type: 'event', row: row('b', 2), belongs: true });
    expect(order(next.rows)).toBe('abc');
    expect(next.rows[1]?.version).toBe(2);
    expect(next.marks).toEqual({ b: 'changed' });
  });

  it('leaves a case that no longer belongs where it is, marked as gone on', () => {
    const next = onListNews(list, { type: 'event', row: row('a', 2), belongs: false });
    expect(order(next.rows)).toBe('abc');
    expect(next.marks).toEqual({ a: 'left' });
  });

  it('counts new cases without showing them', () => {
    let next = list;
    for (const id of ['d', 'e', 'd', 'f'])
      next = onListNews(next, { type: 'event', row: row(id), belongs: true });
    expect(order(next.rows)).toBe('abc');
    expect(next.fresh).toHaveLength(3);
  });

  it('stops counting a new case that has gone on meanwhile', () => {
    const one = onListNews(list, { type: 'event', row: row('d'), belongs: true });
    expect(onListNews(one, { type: 'event', row: row('d', 2), belongs: false }).fresh).toEqual([]);
  });

  it('ignores what it already shows, so that a replay after a break marks nothing', () => {
    expect(onListNews(list, { type: 'event', row: row('a', 1), belongs: true })).toBe(list);
  });

  it('finds after a break what changed, what left and what is new, and moves nothing', () => {
    const next = onListNews(list, { type: 'reread', rows: [row('x'), row('c', 3), row('a')] });
    expect(order(next.rows)).toBe('abc');
    expect(next.marks).toEqual({ b: 'left', c: 'changed' });
    expect(next.fresh).toEqual(['x']);
  });

  it('takes over what time alone has changed, without a mark', () => {
    const aged = { ...row('b'), left: 5 };
    const next = onListNews(list, { type: 'reread', rows: [row('a'), aged, row('c')] });
    expect(next.rows[1]).toBe(aged);
    expect(next.marks).toEqual({});
  });

  it('starts clean when the reader asks for the list as it is now', () => {
    const changed = onListNews(list, { type: 'event', row: row('b', 2), belongs: true });
    const shown = onListNews(changed, { type: 'shown', rows: [row('d'), row('a')] });
    expect(order(shown.rows)).toBe('da');
    expect(shown).toMatchObject({ marks: {}, fresh: [] });
  });

  it('remembers the rows as the reader got them, so that they stay under their headings', () => {
    const changed = onListNews(list, { type: 'event', row: row('b', 2), belongs: false });
    expect(changed.opened).toBe(list.opened);
    expect(onListNews(changed, { type: 'shown', rows: [row('d')] }).opened).toEqual([row('d')]);
  });

  it('takes the mark away once the case was read', () => {
    const changed = onListNews(list, { type: 'event', row: row('b', 2), belongs: true });
    expect(onListNews(changed, { type: 'read', id: 'b' }).marks).toEqual({});
  });
});
