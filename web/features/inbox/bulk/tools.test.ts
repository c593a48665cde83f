import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkTools, rowsFor, toolsFor } from './tools.ts';

const row = (id: string, version = 1) => ({ id, version });

describe('the tools for selected cases', () => {
  it('apply to the cases for which the server allows them, and to no other', () => {
    const rows = [row('a'), row('b'), row('c')];
    const tools = toolsFor(rows, {
      a: { version: 1, actions: ['ASSIGN', 'TRANSFER'] },
      b: { version: 1, actions: ['START'] },
      c: { version: 1, actions: ['MERGE'] },
    });
    expect(tools).toEqual({ assign: [row('a')], start: [row('b')], transfer: [row('a')] });
  });

  it('offer nothing for a case that changed since, or of which nothing was read', () => {
    const allowed = { a: { version: 1, actions: ['START' as const] } };
    expect(rowsFor('start', [row('a', 2), row('b')], allowed)).toEqual([]);
  });

  it('keep the order of the rows and add none', () => {
    const action = fc.constantFrom(
      'ASSIGN' as const,
      'START' as const,
      'TRANSFER' as const,
      'MERGE' as const,
    );
    const kase = fc.record({ id: fc.uuid(), version: fc.nat(3), actions: fc.array(action) });
    fc.assert(
      fc.property(fc.uniqueArray(kase, { selector: ({ id }) => id }), fc.nat(3), (cases, version) => {
        const allowed = Object.fromEntries(cases.map((one) => [one.id, { ...one, version }]));
        for (const tool of bulkTools) {
          const found = rowsFor(tool, cases, allowed);
          expect(found).toEqual(cases.filter((one) => found.includes(one)));
          expect(found.every((one) => one.version === version)).toBe(true);
        }
      }),
    );
  });
});
