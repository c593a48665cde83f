import { describe, expect, it } from 'vitest';
import { readAddress } from '../address/inbox-address.ts';
import { type Ask, askCounts, askPage, askStill } from './list-page.ts';

/** A graph that gives one answer and remembers what it was asked. */
function graph(answer: object | null) {
  const asked: Record<string, unknown>[] = [];
  const ask = (async (_: unknown, variables: Record<string, unknown>) => {
    asked.push(variables);
    return answer;
  }) as Ask;
  return { ask, asked };
}
const edges = (...ids: string[]) => ids.map((id) => ({ node: { id } }));
const now = Date.parse('2026-11-23T11:42:00+03:00');

describe('a page of the inbox', () => {
  it('goes on after its last row', async () => {
    const { ask, asked } = graph({
      cases: { totalCount: 29, pageInfo: { hasNextPage: true, endCursor: 'c' }, edges: edges('a', 'b') },
    });
    const page = await askPage(ask, readAddress({ view: 'overdue', after: 'x' }), null);
    expect(asked).toEqual([{ filter: { open: true, overdue: true }, first: 25, after: 'x' }]);
    expect(page).toMatchObject({ total: 29, next: 'c', counts: null });
    expect(page?.rows).toHaveLength(2);
  });

  it('by entity holds some cases of each, with the number of all of them', async () => {
    const { ask, asked } = graph({
      cases: { totalCount: 40 },
      caseGroups: [
        { assigned: { code: 'MOH' }, count: 12, cases: { edges: edges('a', 'b') } },
        { assigned: null, count: 1, cases: { edges: edges('c') } },
      ],
      behind: [{ count: 1 }],
    });
    const page = await askPage(ask, readAddress({ view: 'overdue', group: 'entity', after: '6' }), null);
    expect(asked[0]).toMatchObject({ filter: { open: true, overdue: true }, skip: 6, behind: 12 });
    expect(page).toMatchObject({ total: 40, next: '12', counts: { groups: { MOH: 12, '': 1 } } });
    expect(page?.rows).toHaveLength(3);
  });

  it('is nothing when there is no answer', async () => {
    const { ask } = graph(null);
    expect(await askPage(ask, readAddress({}), null)).toBeNull();
    expect(await askPage(ask, readAddress({ group: 'entity' }), null)).toBeNull();
    expect(await askCounts(ask, readAddress({}), null, now)).toBeNull();
  });

  it('counts what stands under each heading, and the closed cases that a search finds besides', async () => {
    const count = (totalCount: number) => ({ totalCount });
    const { ask, asked } = graph({
      overdue: count(3),
      today: count(6),
      later: count(20),
      paused: count(0),
      stopped: count(0),
      closed: count(2),
    });
    expect(await askCounts(ask, readAddress({ q: 'water' }), null, now)).toEqual({
      groups: { overdue: 3, today: 6, later: 20, paused: 0, stopped: 0 },
      closed: 2,
    });
    expect(asked[0]).toMatchObject({ closed: { open: false, text: 'water' }, searches: true });
    await askCounts(ask, readAddress({ view: 'mine' }), null, now);
    expect(asked[1]).toMatchObject({ closed: null, searches: false });
  });

  it('knows which of the shown cases are still in the list, wherever they stand', async () => {
    const { ask, asked } = graph({ cases: { edges: edges('b') } });
    expect(await askStill(ask, readAddress({ view: 'overdue' }), null, ['a', 'b'])).toEqual([{ id: 'b' }]);
    expect(asked).toEqual([{ filter: { open: true, overdue: true, ids: ['a', 'b'] }, first: 2 }]);
    expect(await askStill(ask, readAddress({ view: 'scoring' }), null, ['a'])).toBeNull();
    expect(await askStill(graph(null).ask, readAddress({}), null, ['a'])).toBeNull();
  });
});
