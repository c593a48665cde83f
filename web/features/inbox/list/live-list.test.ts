import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LiveRow, onListNews, openList } from './live-list.ts';

const row = (id: string, version = 1): LiveRow => ({ id, version });
const rows = [row('a'), row('b'), row('c')];
const list = openList({ rows, total: 3 });
const longer = openList({ rows, total: 40 });
const order = (shown: readonly LiveRow[]) => shown.map((one) => one.id).join('');

describe('a live inbox', () => {
  it('renews a changed case in its place and marks it', () => {
    const next = onListNews(list, { type: 'event', row: row('b', 2) });
    expect(order(next.rows)).toBe('abc');
    expect(next.rows[1]?.version).toBe(2);
    expect(next.marks).toEqual({ b: 'changed' });
  });

  it('marks as gone what the server no longer lists, and keeps what was last heard of it', () => {
    const heard = onListNews(list, { type: 'event', row: row('a', 2) });
    const next = onListNews(heard, { type: 'reread', rows: [row('b'), row('c')], total: 2 });
    expect(order(next.rows)).toBe('abc');
    expect(next.rows[0]?.version).toBe(2);
    expect(next.marks).toEqual({ a: 'left' });
  });

  it('takes the mark back when the case is in the list again', () => {
    const gone = onListNews(list, { type: 'reread', rows: [row('b'), row('c')], total: 2 });
    expect(onListNews(gone, { type: 'reread', rows, total: 3 }).marks).toEqual({});
  });

  it('leaves it to the server whether a case that is heard of is new in the list', () => {
    expect(onListNews(list, { type: 'event', row: row('d') })).toBe(list);
    const next = onListNews(list, { type: 'reread', rows: [...rows, row('d'), row('e')], total: 5 });
    expect(order(next.rows)).toBe('abc');
    expect(next.fresh).toBe(2);
  });

  it('counts new cases of a long list by its total, also those of later pages', () => {
    expect(onListNews(longer, { type: 'reread', rows, total: 42 }).fresh).toBe(2);
  });

  it('does not take a case for new that moved up because another one left', () => {
    const next = onListNews(longer, { type: 'reread', rows: [row('b'), row('c'), row('d')], total: 39 });
    expect(next).toMatchObject({ fresh: 0, marks: { a: 'left' } });
  });

  it('does not call a case gone that others moved to another page', () => {
    const page = { rows: [row('d'), row('a'), row('b')], total: 41 };
    expect(onListNews(longer, { type: 'reread', ...page, elsewhere: [row('c')] })).toMatchObject({
      marks: {},
      fresh: 1,
    });
    const changed = onListNews(longer, { type: 'reread', ...page, elsewhere: [row('c', 2)] });
    expect(changed.marks).toEqual({ c: 'changed' });
    expect(onListNews(longer, { type: 'reread', ...page, elsewhere: [] }).marks).toEqual({ c: 'left' });
  });

  it('says nothing of a case when it is not known whether it is still in the list', () => {
    const next = onListNews(longer, {
      type: 'reread',
      rows: [row('a'), row('b')],
      total: 40,
      elsewhere: null,
    });
    expect(next.marks).toEqual({});
  });

  it('stops counting a new case that has gone on meanwhile', () => {
    const one = onListNews(list, { type: 'reread', rows: [...rows, row('d')], total: 4 });
    expect(onListNews(one, { type: 'reread', rows, total: 3 }).fresh).toBe(0);
  });

  it('ignores what it already shows, so that a replay after a break marks nothing', () => {
    expect(onListNews(list, { type: 'event', row: row('a', 1) })).toBe(list);
  });

  it('takes over what time alone has changed, without a mark', () => {
    const aged = { ...row('b'), left: 5 };
    const next = onListNews(list, { type: 'reread', rows: [row('a'), aged, row('c')], total: 3 });
    expect(next.rows[1]).toBe(aged);
    expect(next.marks).toEqual({});
  });

  it('marks nothing for what the reader did herself, and the next change by others again', () => {
    const own = onListNews(list, { type: 'own', cases: [row('b')] });
    const mine = onListNews(own, { type: 'event', row: row('b', 2) });
    expect(mine.rows[1]?.version).toBe(2);
    expect(mine.marks).toEqual({});
    expect(onListNews(mine, { type: 'event', row: row('b', 3) }).marks).toEqual({ b: 'changed' });
  });

  it('shows what came of the reader’s own step at once and without a mark, and a refused one as others left it', () => {
    const own = onListNews(list, { type: 'own', cases: [row('a'), row('b')] });
    const done = onListNews(own, { type: 'done', rows: [row('a', 2), row('b', 2)], refused: ['b'] });
    expect(done.rows.map(({ version }) => version)).toEqual([2, 2, 1]);
    expect(done.marks).toEqual({ b: 'changed' });
  });

  it('does the same when the step is taken back', () => {
    const own = onListNews(list, { type: 'own', cases: [row('a')] });
    const done = onListNews(own, { type: 'done', rows: [row('a', 2)], refused: [] });
    const undo = onListNews(done, { type: 'own', cases: [row('a', 2)] });
    const undone = onListNews(undo, { type: 'done', rows: [row('a', 3)], refused: [] });
    expect(undone).toMatchObject({ marks: {}, rows: [row('a', 3), row('b'), row('c')] });
    // The stream repeats it: nothing new.
    expect(onListNews(undone, { type: 'event', row: row('a', 3) })).toBe(undone);
    expect(onListNews(undone, { type: 'event', row: row('a', 4) }).marks).toEqual({ a: 'changed' });
  });

  it('starts clean when the reader asks for the list as it is now', () => {
    const changed = onListNews(list, { type: 'event', row: row('b', 2) });
    const shown = onListNews(changed, { type: 'shown', rows: [row('d'), row('a')], total: 2 });
    expect(order(shown.rows)).toBe('da');
    expect(shown).toMatchObject({ marks: {}, fresh: 0, openedTotal: 2 });
  });

  it('remembers the rows as the reader got them, so that they stay under their headings', () => {
    const changed = onListNews(list, { type: 'event', row: row('b', 2) });
    expect(changed.opened).toBe(list.opened);
    expect(onListNews(changed, { type: 'shown', rows: [row('d')], total: 1 }).opened).toEqual([row('d')]);
  });

  it('never moves a row and never shows an older version, whatever comes in whatever order', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const known = fc.record({ id: ids, version: fc.integer({ min: 1, max: 9 }) });
    const page = fc.uniqueArray(known, { selector: ({ id }) => id });
    const news = fc.oneof(
      known.map((one) => ({ type: 'event' as const, row: one })),
      page.map((some) => ({ type: 'reread' as const, rows: some, total: some.length })),
    );
    fc.assert(
      fc.property(fc.array(news), (all) => {
        let next = list;
        for (const one of all) {
          const before = next;
          next = onListNews(next, one);
          expect(order(next.rows)).toBe('abc');
          const older = next.rows.filter(
            (shown, index) => shown.version < (before.rows[index]?.version ?? 0),
          );
          expect(older).toEqual([]);
        }
      }),
    );
  });
});
